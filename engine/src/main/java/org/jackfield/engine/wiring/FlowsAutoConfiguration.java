package org.jackfield.engine.wiring;

import javax.sql.DataSource;
import org.jackfield.engine.bpmn.BpmnFlowRuns;
import org.jackfield.engine.bpmn.BpmnFlowVariables;
import org.jackfield.engine.bpmn.BpmnFlows;
import org.jackfield.engine.bpmn.BpmnWorkItemFlow;
import org.jackfield.engine.bpmn.FlowEngine;
import org.jackfield.engine.bpmn.ShippedFlowDeployer;
import org.jackfield.engine.bpmn.check.FlowValidator;
import org.jackfield.engine.call.FlowRuns;
import org.jackfield.engine.flow.FlowVariables;
import org.jackfield.engine.flow.Flows;
import org.jackfield.engine.flow.InstructionSet;
import org.jackfield.engine.flow.ShippedFlows;
import org.jackfield.engine.store.flow.FlowIndex;
import org.jackfield.engine.work.WorkItemFlow;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** What the workflow engine gives to calls, to work items and to whoever deploys flows. */
@AutoConfiguration(after = FlowEngineAutoConfiguration.class)
public class FlowsAutoConfiguration {

    @Bean
    FlowRuns flowRuns(FlowEngine engine) {
        return new BpmnFlowRuns(engine);
    }

    @Bean
    WorkItemFlow workItemFlow(FlowEngine engine) {
        return new BpmnWorkItemFlow(engine);
    }

    @Bean
    Flows flows(FlowEngine engine, InstructionSet instructions, DataSource database) {
        return new BpmnFlows(engine, new FlowValidator(instructions), new FlowIndex(database));
    }

    @Bean
    FlowVariables flowVariables(FlowEngine engine) {
        return new BpmnFlowVariables(engine);
    }

    @Bean(initMethod = "deploy")
    ShippedFlowDeployer shippedFlowDeployer(FlowEngine engine, ObjectProvider<ShippedFlows> shipped) {
        return new ShippedFlowDeployer(engine, shipped.stream().toList());
    }
}
