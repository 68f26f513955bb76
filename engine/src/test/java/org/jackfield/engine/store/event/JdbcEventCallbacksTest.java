package org.jackfield.engine.store.event;

import javax.sql.DataSource;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.callback.EventCallbacks;
import org.jackfield.engine.work.callback.EventCallbacksContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class JdbcEventCallbacksTest extends EventCallbacksContract {

    private final JdbcClient jdbc;
    private final JdbcEvents events;

    JdbcEventCallbacksTest(DataSource database, JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.events = new JdbcEvents(database, new SettableClock(), 17);
    }

    @AfterEach
    void stop() {
        events.close();
    }

    @Override
    protected EventCallbacks callbacks() {
        return new JdbcEventCallbacks(jdbc);
    }

    @Override
    protected EventLog log() {
        return events.log();
    }

    @Override
    protected EventReader reader() {
        return events.reader();
    }

    @Override
    protected UnitOfWork unit() {
        return events.unit();
    }

    @Override
    protected void workspace(AccountId owner, String id) {
        jdbc.sql("""
                INSERT INTO workspace (account_id, id, name, default_activity, created)
                VALUES (:account, :id, :id, '', now()) ON CONFLICT (account_id, id) DO NOTHING
                """).param("account", owner.value()).param("id", id).update();
    }
}
