package org.jackfield.engine.store.people;

import javax.sql.DataSource;
import org.jackfield.engine.directory.StoredSipDirectory;
import org.jackfield.engine.people.PeopleContract;
import org.jackfield.engine.people.SignIn;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.store.tenant.JdbcAccounts;
import org.jackfield.engine.store.tenant.JdbcSipAccess;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class JdbcPeopleTest extends PeopleContract {

    private final DataSource dataSource;
    private final JdbcClient jdbc;
    private final UnitOfWork unit;

    JdbcPeopleTest(DataSource dataSource, JdbcClient jdbc, UnitOfWork unit) {
        this.dataSource = dataSource;
        this.jdbc = jdbc;
        this.unit = unit;
    }

    @Override
    protected SignIn.Stores stores() {
        jdbc.sql("TRUNCATE account CASCADE").update();
        JdbcAccounts accounts = new JdbcAccounts(dataSource);
        return new SignIn.Stores(accounts, new JdbcUsers(jdbc), new JdbcSessions(jdbc),
                new StoredSipDirectory(new JdbcSipAccess(dataSource), accounts, unit), unit);
    }
}
