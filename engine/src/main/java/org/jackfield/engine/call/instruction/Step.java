package org.jackfield.engine.call.instruction;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.InstructionOutcome;

/** What a signal leads to: the next state, what is to be done, and the outcome when this was the end. */
public record Step(InstructionState next, List<Action> actions, Optional<InstructionOutcome> outcome) {

    public Step {
        actions = List.copyOf(actions);
    }

    /** An end without anything to do, for an instruction that could not begin. */
    public static Step refused(InstructionOutcome outcome) {
        return end(new HangUp(), outcome);
    }

    static Step stay(InstructionState state) {
        return new Step(state, List.of(), Optional.empty());
    }

    static Step to(InstructionState next, List<Action> actions) {
        return new Step(next, actions, Optional.empty());
    }

    static Step to(InstructionState next, Action... actions) {
        return new Step(next, List.of(actions), Optional.empty());
    }

    static Step end(InstructionState last, InstructionOutcome outcome, Action... actions) {
        return new Step(last, List.of(actions), Optional.of(outcome));
    }

    static Step done(InstructionState last, Map<String, ?> results, Action... actions) {
        return end(last, new InstructionOutcome.Done(results), actions);
    }
}
