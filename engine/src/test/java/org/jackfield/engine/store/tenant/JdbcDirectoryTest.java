package org.jackfield.engine.store.tenant;

import org.jackfield.engine.directory.DirectoryContract;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class JdbcDirectoryTest extends DirectoryContract {

    private final JdbcClient jdbc;
    private final UnitOfWork unit;

    JdbcDirectoryTest(JdbcClient jdbc, UnitOfWork unit) {
        this.jdbc = jdbc;
        this.unit = unit;
    }

    @Override
    protected Stores stores() {
        jdbc.sql("TRUNCATE account CASCADE").update();
        return new Stores(new JdbcAccounts(jdbc), new JdbcNumbers(jdbc), new JdbcSipAccess(jdbc), unit);
    }
}
