package org.jackfield.engine.store.presence;

import java.time.Instant;
import java.util.List;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.node.NodeId;
import org.jackfield.engine.presence.PresenceStatus;
import org.jackfield.engine.presence.PresenceWatches;
import org.jackfield.engine.store.PageSql;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which identities are looked at when, in PostgreSQL. */
public final class JdbcPresenceWatches implements PresenceWatches {

    private final JdbcClient jdbc;

    public JdbcPresenceWatches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void lookAt(AccountId account, String identity, Instant when) {
        jdbc.sql("""
                INSERT INTO presence_watch AS known (account_id, identity, look_at) VALUES (:account, :identity, :when)
                ON CONFLICT (account_id, identity) DO UPDATE SET look_at = least(known.look_at, excluded.look_at)
                """)
                .param("account", account.value())
                .param("identity", identity)
                .param("when", Rows.timestamp(when))
                .update();
    }

    @Override
    public void lookAtContactsOf(NodeId node, Instant when) {
        jdbc.sql("""
                UPDATE presence_watch AS watch SET look_at = least(watch.look_at, :when)
                FROM (SELECT account_id, identity FROM client_registration WHERE node = :node
                      UNION SELECT account_id, address_of_record FROM registration
                            WHERE node = :node AND transport <> 'udp') AS held
                WHERE watch.account_id = held.account_id AND watch.identity = held.identity
                """).param("node", node.toString()).param("when", Rows.timestamp(when)).update();
    }

    @Override
    public List<Watched> takeDue(Instant now, int most) {
        return jdbc.sql("""
                SELECT account_id, identity, status, reachable FROM presence_watch WHERE look_at <= :now
                ORDER BY look_at LIMIT :most FOR UPDATE SKIP LOCKED
                """)
                .param("now", Rows.timestamp(now))
                .param("most", most)
                .query((row, _) -> new Watched(Rows.account(row), row.getString("identity"),
                        PresenceStatus.of(row.getString("status")).orElse(PresenceStatus.OFFLINE),
                        row.getBoolean("reachable")))
                .list();
    }

    @Override
    public void keep(Watched watched, Instant nextLook) {
        jdbc.sql("""
                UPDATE presence_watch SET status = :status, reachable = :reachable, look_at = :next
                WHERE account_id = :account AND identity = :identity
                """)
                .param("account", watched.account().value())
                .param("identity", watched.identity())
                .param("status", watched.status().word())
                .param("reachable", watched.reachable())
                .param("next", Rows.timestamp(nextLook))
                .update();
    }

    @Override
    public void forget(AccountId account, String identity) {
        jdbc.sql("DELETE FROM presence_watch WHERE account_id = :account AND identity = :identity")
                .param("account", account.value())
                .param("identity", identity)
                .update();
    }

    @Override
    public List<String> list(AccountId account, Paging paging) {
        return PageSql.inOrder(paging, jdbc
                .sql("SELECT identity FROM presence_watch WHERE account_id = :account "
                        + PageSql.ascending(paging, "identity"))
                .param("account", account.value())
                .param("after", paging.after())
                .param("limit", paging.limit())
                .query((row, _) -> row.getString("identity"))
                .list());
    }
}
