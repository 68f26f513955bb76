package org.jackfield.engine.store.presence;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.directory.ApiKey;
import org.jackfield.engine.directory.TokenHash;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.presence.PresenceWorld;
import org.jackfield.engine.presence.PresenceWorld.Shared;
import org.jackfield.engine.store.tenant.JdbcAccounts;
import org.jackfield.engine.store.tenant.JdbcApiKeys;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Presence on an emptied database with the account and its key. */
final class JdbcPresence {

    private JdbcPresence() {}

    static PresenceWorld emptied(DataSource dataSource, UnitOfWork unit, Clock clock, Nodes nodes) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        jdbc.sql("TRUNCATE account, registration, presence_watch CASCADE").update();
        TokenHash token = TokenHash.of("token");
        List.of(PresenceWorld.ACCOUNT, PresenceWorld.STRANGER)
                .forEach(account -> new JdbcAccounts(dataSource)
                        .insert(Account.active(account, "one", token, Instant.EPOCH)));
        new JdbcApiKeys(dataSource).insert(new ApiKey(PresenceWorld.ACCOUNT, PresenceWorld.KEY, "key", token,
                Instant.EPOCH, Instant.EPOCH));
        return new PresenceWorld(new Shared(clock, unit, new JdbcClientStore(jdbc), new JdbcPresenceWatches(jdbc),
                (looks, node) -> new JdbcRegistrations(dataSource, unit, looks, node)), nodes);
    }
}
