package org.jackfield.engine.call;

import java.util.Map;
import org.jackfield.engine.tenant.AccountId;

/**
 * What a model tells a leg: a row with an id, written in the transaction that entered the element; the element waits until
 * the row has an {@link InstructionOutcome}. {@code element} is the BPMN element's id; {@code executionId} is the engine's
 * and opaque here. Parameters hold strings, numbers, booleans, lists and maps only.
 */
public record Instruction(AccountId account, String id, String callId, String name, Map<String, ?> parameters,
        String element, String executionId) {
    public Instruction {
        parameters = Map.copyOf(parameters);
    }
}
