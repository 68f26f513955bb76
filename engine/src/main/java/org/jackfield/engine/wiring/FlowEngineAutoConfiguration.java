package org.jackfield.engine.wiring;

import java.time.Clock;
import javax.sql.DataSource;
import org.jackfield.engine.call.instruction.InstructionCatalog;
import org.jackfield.engine.bpmn.FlowEngine;
import org.jackfield.engine.bpmn.FlowEngineSettings;
import org.jackfield.engine.bpmn.FlowPorts;
import org.jackfield.engine.call.InstructionDesk;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.flow.InstructionSet;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.presence.PresenceFacts;
import org.jackfield.engine.store.flow.JobLocks;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/** The workflow engine. Jobs start with {@link FlowJobsLifecycle}. */
@AutoConfiguration(after = {DataSourceTransactionManagerAutoConfiguration.class, NodeAutoConfiguration.class})
public class FlowEngineAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean
    InstructionSet instructionSet() {
        return InstructionCatalog.standard().definitions();
    }

    @Bean
    @ConditionalOnMissingBean
    FlowEngineSettings flowEngineSettings(Nodes nodes) {
        return FlowEngineSettings.of(nodes.self().name());
    }

    @Bean
    FlowEngine flowEngine(FlowEngineSettings settings, FlowEngine.Surroundings surroundings,
            InstructionSet instructions, FlowPorts ports) {
        return FlowEngine.build(settings, surroundings, instructions, ports);
    }

    @Bean
    FlowEngine.Surroundings flowEngineSurroundings(DataSource dataSource, PlatformTransactionManager transactions,
            Clock clock) {
        return new FlowEngine.Surroundings(dataSource, transactions, clock);
    }

    @Bean
    FlowPorts flowPorts(ObjectProvider<InstructionDesk> desk, ObjectProvider<EventLog> events,
            ObjectProvider<PresenceFacts> presence) {
        return new FlowPorts(desk::getObject, events::getObject, () -> presence.getObject()::of);
    }

    @Bean
    FlowJobsLifecycle flowJobsLifecycle(FlowEngine engine, FlowEngineSettings settings, DataSource database) {
        return new FlowJobsLifecycle(engine, settings, new JobLocks(database));
    }
}
