package org.jackfield.engine.bpmn;

import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.tenant.AccountId;

/**
 * What a process instance runs for: the account and the call or work item, read from the root of the tree of called
 * process instances. Empty for an instance that was started past our ports.
 */
record FlowSubject(AccountId account, String id, String rootInstanceId) {

    static Optional<FlowSubject> of(ExecutionEntity execution) {
        ExecutionEntity root = root(execution);
        String key = root.getBusinessKey();
        String tenant = root.getTenantId();
        return key == null || tenant == null
                ? Optional.empty()
                : Optional.of(new FlowSubject(new AccountId(tenant), key, root.getId()));
    }

    static ExecutionEntity root(ExecutionEntity execution) {
        ExecutionEntity instance = execution.getProcessInstance();
        ExecutionEntity caller = instance.getSuperExecution();
        while (caller != null) {
            instance = caller.getProcessInstance();
            caller = instance.getSuperExecution();
        }
        return instance;
    }

    boolean isCall() {
        return IdPrefix.CALL.matches(id);
    }
}
