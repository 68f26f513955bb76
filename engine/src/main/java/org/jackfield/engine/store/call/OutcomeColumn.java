package org.jackfield.engine.store.call;

import java.util.Map;
import org.jackfield.engine.call.InstructionOutcome;

/** What an outcome carries, as a JSON value. */
final class OutcomeColumn {

    private OutcomeColumn() {}

    static Map<String, ?> result(InstructionOutcome outcome) {
        return switch (outcome) {
            case InstructionOutcome.Done done -> done.values();
            case InstructionOutcome.Failed failed -> Map.of("code", failed.code().name(), "detail", failed.detail());
            case InstructionOutcome.HungUp hungUp -> Map.of("reason", hungUp.reason().name());
            default -> Map.of();
        };
    }
}
