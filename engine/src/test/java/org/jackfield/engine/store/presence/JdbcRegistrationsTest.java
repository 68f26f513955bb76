package org.jackfield.engine.store.presence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import javax.sql.DataSource;
import org.jackfield.engine.node.FixedNodes;
import org.jackfield.engine.presence.Looks;
import org.jackfield.engine.presence.Registrations;
import org.jackfield.engine.presence.RegistrationsContract;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class JdbcRegistrationsTest extends RegistrationsContract {

    private final DataSource dataSource;
    private final UnitOfWork unit;

    JdbcRegistrationsTest(DataSource dataSource, UnitOfWork unit) {
        this.dataSource = dataSource;
        this.unit = unit;
    }

    @Override
    protected JdbcRegistrations create(SettableClock clock) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        jdbc.sql("TRUNCATE registration, presence_watch").update();
        return new JdbcRegistrations(dataSource, unit, new Looks(new JdbcPresenceWatches(jdbc), clock, Duration.ZERO),
                new FixedNodes("one"));
    }

    @Test
    void removesExpiredRowsBoundedByTheLimit() {
        SettableClock clock = new SettableClock();
        JdbcRegistrations registrations = create(clock);
        for (int i = 0; i < 5; i++) {
            registrations.register(new Registrations.Binding(new AccountId("ACa"), "alice@x", "sip:" + i, "127.0.0.1:1",
                    "udp", "one", 1, clock.instant().plusSeconds(10)));
        }
        clock.advance(Duration.ofSeconds(11));

        assertThat(registrations.removeExpired(3)).isEqualTo(3);
        assertThat(registrations.removeExpired(3)).isEqualTo(2);
        assertThat(registrations.removeExpired(3)).isZero();
    }
}
