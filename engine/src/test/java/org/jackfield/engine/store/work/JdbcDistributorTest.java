package org.jackfield.engine.store.work;

import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.DistributorContract;
import org.jackfield.engine.work.WorkBench;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class JdbcDistributorTest extends DistributorContract {

    private final JdbcClient jdbc;
    private final UnitOfWork unit;

    JdbcDistributorTest(JdbcClient jdbc, UnitOfWork unit) {
        this.jdbc = jdbc;
        this.unit = unit;
    }

    @Override
    protected WorkBench.World world() {
        jdbc.sql("TRUNCATE workspace, work_item, reservation, work_milestone, activity_span CASCADE").update();
        return new WorkBench.World(unit, JdbcWorkStores.over(jdbc));
    }
}
