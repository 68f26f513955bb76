package org.jackfield.engine.bpmn;

import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionManager;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;
import org.jspecify.annotations.Nullable;

/** Finds what an address runs: the account's own flow, else the shipped one of that key. */
final class Definitions {

    private Definitions() {}

    static ProcessDefinitionEntity find(CommandContext context, AccountId account, FlowAddress flow) {
        ProcessDefinitionEntity found = lookUp(context, account, flow);
        if (found == null) {
            throw new DomainException(ErrorCode.FLOW_NOT_FOUND, "there is no " + flow);
        }
        return found;
    }

    static boolean exist(CommandContext context, AccountId account, FlowAddress flow) {
        return lookUp(context, account, flow) != null;
    }

    private static @Nullable ProcessDefinitionEntity lookUp(CommandContext context, AccountId account,
            FlowAddress flow) {
        ProcessDefinitionEntity found = findOf(context, account.value(), flow);
        return found == null ? findOf(context, null, flow) : found;
    }

    private static @Nullable ProcessDefinitionEntity findOf(CommandContext context, @Nullable String tenant,
            FlowAddress flow) {
        ProcessDefinitionManager manager = context.getProcessDefinitionManager();
        return flow.version().isPresent()
                ? manager.findProcessDefinitionByKeyVersionAndTenantId(flow.key(), flow.version().getAsInt(), tenant)
                : manager.findLatestProcessDefinitionByKeyAndTenantId(flow.key(), tenant);
    }
}
