package org.jackfield.engine.bpmn;

import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.jackfield.engine.tenant.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * An instance of a shipped flow, whose definition belongs to nobody, gets the account that it runs for: that of the start,
 * or of the instance that calls it.
 */
final class TenantOfStart implements TenantIdProvider {

    private static final ScopedValue<AccountId> STARTING = ScopedValue.newInstance();

    static <T> T starting(AccountId account, ScopedValue.CallableOp<T, RuntimeException> start) {
        return ScopedValue.where(STARTING, account).call(start);
    }

    @Override
    public @Nullable String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext context) {
        if (context.getSuperExecution() != null) {
            return context.getSuperExecution().getTenantId();
        }
        return STARTING.isBound() ? STARTING.get().value() : null;
    }

    @Override
    public @Nullable String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext context) {
        return null;
    }

    @Override
    public @Nullable String provideTenantIdForHistoricDecisionInstance(
            TenantIdProviderHistoricDecisionInstanceContext context) {
        return null;
    }
}
