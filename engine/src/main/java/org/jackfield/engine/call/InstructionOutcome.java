package org.jackfield.engine.call;

import java.util.Map;
import org.jackfield.engine.error.ErrorCode;

/** How an instruction ended. The first outcome of an instruction wins, later ones are dropped. */
public sealed interface InstructionOutcome {

    /** It ended normally; the values become the element's named results. */
    record Done(Map<String, ?> values) implements InstructionOutcome {
        public Done {
            values = Map.copyOf(values);
        }

        public Done() {
            this(Map.of());
        }
    }

    /** The caller entered nothing: BPMN error {@code no-input}. */
    record NoInput() implements InstructionOutcome {}

    /** Its own time-out ran off: BPMN error {@code timed-out}. */
    record TimedOut() implements InstructionOutcome {}

    /** The called party was busy: BPMN error {@code busy}. */
    record Busy() implements InstructionOutcome {}

    /** The called party did not answer: BPMN error {@code no-answer}. */
    record NoAnswer() implements InstructionOutcome {}

    /** It could not be carried out: BPMN error {@code failed}, with the code's name as its message. */
    record Failed(ErrorCode code, String detail) implements InstructionOutcome {}

    /** The caller hung up meanwhile: message {@code caller-hung-up}. */
    record HungUp(EndCause reason) implements InstructionOutcome {}

    /** The node that held the leg died: message {@code call-lost}. */
    record Lost() implements InstructionOutcome {}

    /** The word for it in the table and in events. */
    default String word() {
        return switch (this) {
            case Done _ -> "done";
            case NoInput _ -> "no-input";
            case TimedOut _ -> "timed-out";
            case Busy _ -> "busy";
            case NoAnswer _ -> "no-answer";
            case Failed _ -> "failed";
            case HungUp _ -> "hung-up";
            case Lost _ -> "lost";
        };
    }
}
