package org.jackfield.engine.store.tenant;

import javax.sql.DataSource;
import org.jackfield.engine.directory.ApplicationsContract;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class JdbcApplicationsTest extends ApplicationsContract {

    private final DataSource dataSource;
    private final UnitOfWork unit;

    JdbcApplicationsTest(DataSource dataSource, UnitOfWork unit) {
        this.dataSource = dataSource;
        this.unit = unit;
    }

    @Override
    protected Stores stores() {
        JdbcClient.create(dataSource).sql("TRUNCATE account CASCADE").update();
        return new Stores(new JdbcAccounts(dataSource), new JdbcApplications(dataSource), unit);
    }
}
