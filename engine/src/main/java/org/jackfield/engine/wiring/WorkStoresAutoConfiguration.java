package org.jackfield.engine.wiring;

import org.jackfield.engine.store.work.JdbcQueueStates;
import org.jackfield.engine.store.work.JdbcWorkStores;
import org.jackfield.engine.work.QueueStates;
import org.jackfield.engine.store.work.JdbcRecentChanges;
import org.jackfield.engine.work.RecentChanges;
import org.jackfield.engine.work.WorkStores;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work items, workers and queues in PostgreSQL. */
@AutoConfiguration(after = UnitOfWorkAutoConfiguration.class)
public class WorkStoresAutoConfiguration {

    @Bean
    WorkStores workStores(JdbcClient jdbc) {
        return JdbcWorkStores.over(jdbc);
    }

    @Bean
    RecentChanges recentChanges(JdbcClient jdbc) {
        return new JdbcRecentChanges(jdbc);
    }

    @Bean
    QueueStates queueStates(JdbcClient jdbc) {
        return new JdbcQueueStates(jdbc);
    }
}
