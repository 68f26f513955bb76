package org.jackfield.engine.bpmn;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.model.BaseCallableElement;
import org.camunda.bpm.engine.impl.core.variable.mapping.value.ParameterValueProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jspecify.annotations.Nullable;

/**
 * Whose decision or flow an element means: that of the account that the process instance runs for, else the shipped one. An
 * account changes the opening hours of a shipped flow by deploying its own table, and its own flow may ask shipped tables.
 */
record OwnThenShipped(BaseCallableElement reference, boolean decision) implements ParameterValueProvider {

    @Override
    public @Nullable Object getValue(VariableScope scope) {
        String tenant = scope instanceof ExecutionEntity execution ? execution.getTenantId() : null;
        return tenant != null && has(tenant, reference.getDefinitionKey(scope)) ? tenant : null;
    }

    private boolean has(String tenant, String key) {
        CommandContext context = Context.getCommandContext();
        return decision
                ? context.getDecisionDefinitionManager()
                        .findLatestDecisionDefinitionByKeyAndTenantId(key, tenant) != null
                : context.getProcessDefinitionManager()
                        .findLatestProcessDefinitionByKeyAndTenantId(key, tenant) != null;
    }

    @Override
    public boolean isDynamic() {
        return true;
    }
}
