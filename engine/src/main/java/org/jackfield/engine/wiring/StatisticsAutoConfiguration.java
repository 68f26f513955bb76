package org.jackfield.engine.wiring;

import java.time.Clock;
import java.time.Duration;
import org.jackfield.engine.time.Sweep;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.Staffing;
import org.jackfield.engine.work.StatisticsRetention;
import org.jackfield.engine.work.WorkStores;
import org.jackfield.engine.work.WorkspaceOwners;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What the statistics of work distribution need beside its stores. */
@AutoConfiguration(after = WorkAutoConfiguration.class)
public class StatisticsAutoConfiguration {

    private static final Duration BETWEEN_SWEEPS = Duration.ofMinutes(10);

    @Bean
    Staffing staffing(WorkStores stores, WorkspaceOwners owners) {
        return new Staffing(stores, owners);
    }

    @Bean(initMethod = "start")
    Sweep statisticsSweep(WorkStores stores, UnitOfWork unit, Clock clock, Timers timers) {
        return new Sweep("old statistics", new StatisticsRetention(stores.figures(), unit, clock), timers,
                BETWEEN_SWEEPS);
    }
}
