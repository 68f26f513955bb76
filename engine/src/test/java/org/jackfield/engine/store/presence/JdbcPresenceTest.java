package org.jackfield.engine.store.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;
import org.jackfield.engine.node.FixedNodes;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.presence.ClientRegistrations.Wish;
import org.jackfield.engine.presence.PresenceContract;
import org.jackfield.engine.presence.PresenceWorld;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.store.tenant.JdbcApiKeys;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(PostgresExtension.class)
class JdbcPresenceTest extends PresenceContract {

    private final DataSource dataSource;
    private final UnitOfWork unit;

    JdbcPresenceTest(DataSource dataSource, UnitOfWork unit) {
        this.dataSource = dataSource;
        this.unit = unit;
    }

    @Override
    protected PresenceWorld create(Clock clock, Nodes nodes) {
        return JdbcPresence.emptied(dataSource, unit, clock, nodes);
    }

    @Test
    void losesTheClientsOfAKeyThatIsDeleted() {
        PresenceWorld world = create(new SettableClock(), new FixedNodes("one"));
        world.clients()
                .register(world.grant("alice"), new Wish(Optional.empty(), Optional.empty(), Optional.empty()));

        new JdbcApiKeys(dataSource).delete(PresenceWorld.ACCOUNT, PresenceWorld.KEY);

        assertThat(world.presence("alice").contacts()).isEmpty();
    }
}
