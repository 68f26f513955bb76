package org.jackfield.engine.bpmn;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;
import org.jackfield.engine.work.WorkItemFlow;
import org.jspecify.annotations.Nullable;

/**
 * The process instance of a work item: business key is the item's id, tenant id the account id, the variable
 * {@code workItem} holds id, subject and queue. A model that fails is ended; the item goes on without it. Thread-safe.
 */
public final class BpmnWorkItemFlow implements WorkItemFlow {

    private static final FlowAddress MODEL = new FlowAddress("work-item", OptionalInt.empty());

    private final FlowEngine engine;

    public BpmnWorkItemFlow(FlowEngine engine) {
        this.engine = engine;
    }

    @Override
    public String start(AccountId account, String workItemId, String subject, String queue) {
        return engine.command(context -> {
            ProcessDefinitionEntity definition = Definitions.find(context, account, MODEL);
            return TenantOfStart.starting(account,
                    () -> engine.processEngine()
                            .getRuntimeService()
                            .createProcessInstanceById(definition.getId())
                            .businessKey(workItemId)
                            .setVariable("workItem", Map.of("id", workItemId, "subject", subject, "queue", queue))
                            .execute()
                            .getId());
        });
    }

    @Override
    public void tell(AccountId account, String processInstanceId, Fact fact) {
        String message = "work-item-" + fact.name().toLowerCase(Locale.ROOT);
        boolean last = fact == Fact.COMPLETED || fact == Fact.CANCELLED;
        engine.step(context -> {
            ExecutionEntity instance = find(context, account, processInstanceId);
            if (instance != null && !CallMessages.deliverToInstance(message, instance) && last) {
                FlowFailures.end(instance, message);
            }
        }, (context, element, detail) -> {
            ExecutionEntity instance = find(context, account, processInstanceId);
            if (instance != null) {
                engine.failures().fail(instance, element, detail);
            }
        });
    }

    private static @Nullable ExecutionEntity find(CommandContext context, AccountId account, String id) {
        ExecutionEntity instance = context.getExecutionManager().findExecutionById(id);
        return instance != null && account.value().equals(instance.getTenantId()) ? instance : null;
    }
}
