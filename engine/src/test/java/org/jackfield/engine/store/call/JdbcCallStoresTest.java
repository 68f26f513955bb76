package org.jackfield.engine.store.call;

import org.jackfield.engine.call.CallStoresContract;
import org.jackfield.engine.store.PostgresExtension;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(PostgresExtension.class)
class JdbcCallStoresTest extends CallStoresContract {

    private final JdbcClient jdbc;

    JdbcCallStoresTest(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    protected Stores stores() {
        jdbc.sql("TRUNCATE call, instruction, recording").update();
        return new Stores(new JdbcCalls(jdbc), new JdbcInstructions(jdbc), new JdbcRecordings(jdbc));
    }
}
