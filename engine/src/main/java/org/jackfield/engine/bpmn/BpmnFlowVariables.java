package org.jackfield.engine.bpmn;

import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.jackfield.engine.flow.FlowVariables;
import org.jackfield.engine.flow.Masking;
import org.jackfield.engine.tenant.AccountId;

/** Reads the variables of a process instance from the workflow engine. Thread-safe. */
public final class BpmnFlowVariables implements FlowVariables {

    private final FlowEngine engine;

    public BpmnFlowVariables(FlowEngine engine) {
        this.engine = engine;
    }

    @Override
    public Map<String, Object> shown(AccountId account, String processInstanceId) {
        RuntimeService runtime = engine.processEngine().getRuntimeService();
        boolean runs = runtime.createProcessInstanceQuery()
                .processInstanceId(processInstanceId)
                .tenantIdIn(account.value())
                .count() > 0;
        return runs ? Masking.masked(runtime.getVariables(processInstanceId)) : Map.of();
    }
}
