package org.jackfield.engine.store.work;

import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.RingingContract;
import org.jackfield.engine.work.WorkBench;

import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class JdbcRingingTest extends RingingContract {

    private final JdbcClient jdbc;
    private final UnitOfWork unit;

    JdbcRingingTest(JdbcClient jdbc, UnitOfWork unit) {
        this.jdbc = jdbc;
        this.unit = unit;
    }

    @Override
    protected WorkBench.World world() {
        jdbc.sql("TRUNCATE workspace, work_item, reservation CASCADE").update();
        return new WorkBench.World(unit, JdbcWorkStores.over(jdbc));
    }
}
