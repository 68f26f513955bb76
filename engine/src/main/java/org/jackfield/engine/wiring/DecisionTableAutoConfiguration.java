package org.jackfield.engine.wiring;

import org.jackfield.engine.store.work.JdbcDecisionTables;
import org.jackfield.engine.work.PolicyAdministration;
import org.jackfield.engine.work.WorkRuntime;
import org.jackfield.engine.work.WorkStores;
import org.jackfield.engine.work.table.DecisionTableDirectory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Routing policies drawn as decision tables. */
@AutoConfiguration(after = RoutingAutoConfiguration.class)
public class DecisionTableAutoConfiguration {

    @Bean
    DecisionTableDirectory decisionTableAdministration(WorkStores stores, PolicyAdministration policies,
            WorkRuntime runtime, JdbcClient jdbc) {
        return new DecisionTableDirectory(stores, new JdbcDecisionTables(jdbc), policies, runtime.unit(),
                runtime.clock());
    }
}
