package org.jackfield.engine.store.alert;

import org.jackfield.engine.alert.Alerts;
import org.jackfield.engine.alert.AlertsContract;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class JdbcAlertsTest extends AlertsContract {

    private final JdbcClient jdbc;
    private final UnitOfWork unit;

    JdbcAlertsTest(JdbcClient jdbc, UnitOfWork unit) {
        this.jdbc = jdbc;
        this.unit = unit;
    }

    @Override
    protected Alerts alerts() {
        jdbc.sql("TRUNCATE alert").update();
        return new JdbcAlerts(jdbc);
    }

    @Override
    protected UnitOfWork unit() {
        return unit;
    }
}
