package org.jackfield.engine.store.call;

import java.util.Map;
import org.jackfield.engine.call.InstructionOutcome;

/** An outcome as a word and a JSON value. */
final class OutcomeColumn {

    private OutcomeColumn() {}

    static String word(InstructionOutcome outcome) {
        return switch (outcome) {
            case InstructionOutcome.Done _ -> "done";
            case InstructionOutcome.NoInput _ -> "no-input";
            case InstructionOutcome.TimedOut _ -> "timed-out";
            case InstructionOutcome.Busy _ -> "busy";
            case InstructionOutcome.NoAnswer _ -> "no-answer";
            case InstructionOutcome.Failed _ -> "failed";
            case InstructionOutcome.HungUp _ -> "hung-up";
            case InstructionOutcome.Lost _ -> "lost";
        };
    }

    static Map<String, ?> result(InstructionOutcome outcome) {
        return switch (outcome) {
            case InstructionOutcome.Done done -> done.values();
            case InstructionOutcome.Failed failed -> Map.of("code", failed.code().name(), "detail", failed.detail());
            case InstructionOutcome.HungUp hungUp -> Map.of("reason", hungUp.reason().name());
            default -> Map.of();
        };
    }
}
