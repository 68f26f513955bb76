package org.jackfield.engine.wiring;

import org.jackfield.engine.call.CallStatistics;
import org.jackfield.engine.call.Calls;
import org.jackfield.engine.call.Instructions;
import org.jackfield.engine.call.Recordings;
import org.jackfield.engine.call.run.CallStores;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.store.call.JdbcCallStatistics;
import org.jackfield.engine.store.call.JdbcCalls;
import org.jackfield.engine.store.call.JdbcInstructions;
import org.jackfield.engine.store.call.JdbcRecordings;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Calls, instructions and recordings in PostgreSQL. */
@AutoConfiguration(after = {UnitOfWorkAutoConfiguration.class, EventAutoConfiguration.class})
public class CallStoresAutoConfiguration {

    @Bean
    Calls calls(JdbcClient jdbc) {
        return new JdbcCalls(jdbc);
    }

    @Bean
    Instructions instructions(JdbcClient jdbc) {
        return new JdbcInstructions(jdbc);
    }

    @Bean
    Recordings recordings(JdbcClient jdbc) {
        return new JdbcRecordings(jdbc);
    }

    @Bean
    CallStatistics callStatistics(JdbcClient jdbc) {
        return new JdbcCallStatistics(jdbc);
    }

    @Bean
    CallStores callStores(UnitOfWork unit, Calls calls, Instructions instructions, Recordings recordings,
            EventLog events) {
        return new CallStores(unit, calls, instructions, recordings, events);
    }
}
