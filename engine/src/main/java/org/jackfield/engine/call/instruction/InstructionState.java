package org.jackfield.engine.call.instruction;

import java.util.List;

/**
 * How far an instruction is: immutable, each signal leads to a {@link Step}. Its timers, playback and legs are released by
 * the call when it ends, however it ends.
 */
public interface InstructionState {

    /** What a signal leads to; a signal that means nothing here is {@link Step#stay}. */
    Step on(Signal signal, Scene scene);

    /** What must be written besides when the instruction ends from outside: the caller hung up, the element was left. */
    default List<Action.Written> abandon(Scene scene) {
        return List.of();
    }

    /** What becomes of the digits that the caller pressed before this instruction began, and presses while it runs. */
    enum TypeAhead {
        /** They wait for the next instruction that takes them. */
        KEPT,
        /** They are its own: {@link Signal.Typed} for those from before, {@link Signal.Digit} for the others. */
        TAKEN,
        /** What it does not use itself is forgotten. */
        FORGOTTEN
    }

    /** Announcements keep them, so that a caller who knows the way can type ahead. */
    default TypeAhead typeAhead() {
        return TypeAhead.KEPT;
    }

    /** Whether it is this instruction that waits with the work item. */
    default boolean carries(String workItem) {
        return false;
    }
}
