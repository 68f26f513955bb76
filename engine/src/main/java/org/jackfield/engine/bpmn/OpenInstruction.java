package org.jackfield.engine.bpmn;

import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * The id of the instruction that an execution waits for. It lies in the column of the execution's own row that holds the business
 * key of a process instance and is empty in every other row: written and read with the row, it costs no statement, where a variable
 * costs three. No expression sees it; the business key that the engine shows is that of the process instance.
 */
final class OpenInstruction {

    private OpenInstruction() {}

    static void set(ExecutionEntity waiting, String instruction) {
        if (waiting.isProcessInstanceExecution()) {
            throw new IllegalStateException("an instruction needs an execution of its own: " + waiting.getActivityId());
        }
        waiting.setBusinessKey(instruction);
    }

    static boolean is(ExecutionEntity execution, String instruction) {
        return of(execution).filter(instruction::equals).isPresent();
    }

    /** The id, which the execution forgets; empty when it waits for none. */
    static Optional<String> take(ExecutionEntity execution) {
        Optional<String> open = of(execution);
        open.ifPresent(_ -> execution.setBusinessKey(null));
        return open;
    }

    private static Optional<String> of(ExecutionEntity execution) {
        return execution.isProcessInstanceExecution()
                ? Optional.empty()
                : Optional.ofNullable(execution.getBusinessKeyWithoutCascade());
    }
}
