package org.jackfield.engine.bpmn;

import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.impl.bpmn.helper.BpmnExceptionHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jackfield.engine.call.FlowRuns;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionOutcome;
import org.jackfield.engine.call.InstructionOutcome.Done;
import org.jackfield.engine.call.InstructionOutcome.HungUp;
import org.jackfield.engine.call.InstructionOutcome.Lost;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.store.Failures;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Flows of calls as process instances: business key is the call id, tenant id the account id. Thread-safe; every method
 * joins the open transaction.
 */
public final class BpmnFlowRuns implements FlowRuns {

    private final FlowEngine engine;

    public BpmnFlowRuns(FlowEngine engine) {
        this.engine = engine;
    }

    @Override
    public Started start(Start start) {
        AtomicReference<String> last = new AtomicReference<>("");
        try {
            return Progress.track(last, () -> engine.command(context -> run(context, start)));
        } catch (DomainException e) {
            throw e;
        } catch (RuntimeException e) {
            RuntimeException failure = Failures.translate(e);
            if (failure instanceof ConflictException || failure instanceof StoreUnavailableException) {
                throw failure;
            }
            throw new DomainException(ErrorCode.FLOW_FAILED,
                    start.flow() + " failed at '" + last.get() + "': " + Reasons.of(e), e);
        }
    }

    private Started run(CommandContext context, Start start) {
        ProcessDefinitionEntity definition = Definitions.find(context, start.account(), start.flow());
        ProcessInstance instance = TenantOfStart.starting(start.account(),
                () -> engine.processEngine()
                        .getRuntimeService()
                        .createProcessInstanceById(definition.getId())
                        .businessKey(start.callId())
                        .setVariable("call", start.callFacts())
                        .execute());
        return new Started(instance.getId(), definition.getKey(), definition.getVersion());
    }

    @Override
    public void resume(Instruction instruction, InstructionOutcome outcome) {
        engine.step(context -> {
            ExecutionEntity waiting = waiting(context, instruction);
            if (waiting != null) {
                OpenInstruction.take(waiting);
                resume(waiting, outcome);
            }
        }, (context, element, detail) -> {
            ExecutionEntity waiting = waiting(context, instruction);
            if (waiting != null) {
                OpenInstruction.take(waiting);
                engine.failures().fail(waiting, element.isEmpty() ? instruction.element() : element, detail);
            }
        });
    }

    /** The execution that waits for just this instruction: another may be there by now. */
    private static @Nullable ExecutionEntity waiting(CommandContext context, Instruction instruction) {
        ExecutionEntity execution = context.getExecutionManager().findExecutionById(instruction.executionId());
        boolean waits = execution != null && instruction.account().value().equals(execution.getTenantId())
                && OpenInstruction.is(execution, instruction.id());
        return waits ? execution : null;
    }

    private void resume(ExecutionEntity waiting, InstructionOutcome outcome) {
        switch (outcome) {
            case Done done -> waiting.signal("done", done);
            case HungUp hungUp -> callEnded(waiting, CallMessages.HUNG_UP);
            case Lost lost -> callEnded(waiting, CallMessages.LOST);
            default -> raise(waiting, BpmnErrors.codeOf(outcome), BpmnErrors.messageOf(outcome));
        }
    }

    private static void callEnded(ExecutionEntity waiting, String message) {
        if (!CallMessages.deliver(message, waiting)) {
            FlowFailures.end(FlowSubject.root(waiting), message);
        }
    }

    private void raise(ExecutionEntity waiting, String code, String message) {
        if (!ErrorCatchers.anyFor(code, waiting)) {
            engine.failures()
                    .fail(waiting, waiting.getActivityId(), "nothing catches the error '" + code + "': " + message);
            return;
        }
        try {
            BpmnExceptionHandler.propagateError(code, message, null, waiting);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void callEnded(AccountId account, String processInstanceId, InstructionOutcome ending) {
        String message = ending instanceof Lost ? CallMessages.LOST : CallMessages.HUNG_UP;
        engine.step(context -> {
            ExecutionEntity instance = instance(context, account, processInstanceId);
            if (instance != null && !CallMessages.deliverToInstance(message, instance)) {
                FlowFailures.end(instance, message);
            }
        }, (context, element, detail) -> {
            ExecutionEntity instance = instance(context, account, processInstanceId);
            if (instance != null) {
                engine.failures().fail(instance, element, detail);
            }
        });
    }

    @Override
    public void leave(AccountId account, String processInstanceId) {
        engine.step(context -> {
            ExecutionEntity instance = instance(context, account, processInstanceId);
            if (instance != null) {
                CallMessages.deliverToInstance(CallMessages.REDIRECTED, instance);
                if (!instance.isEnded()) {
                    FlowFailures.end(instance, CallMessages.REDIRECTED);
                }
            }
        }, (context, element, detail) -> {
            ExecutionEntity instance = instance(context, account, processInstanceId);
            if (instance != null) {
                FlowFailures.end(instance, CallMessages.REDIRECTED);
            }
        });
    }

    private static @Nullable ExecutionEntity instance(CommandContext context, AccountId account, String id) {
        ExecutionEntity instance = context.getExecutionManager().findExecutionById(id);
        return instance != null && account.value().equals(instance.getTenantId()) ? instance : null;
    }
}
