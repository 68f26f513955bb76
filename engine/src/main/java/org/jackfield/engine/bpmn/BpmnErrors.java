package org.jackfield.engine.bpmn;

import org.jackfield.engine.call.InstructionOutcome;
import org.jackfield.engine.call.InstructionOutcome.Busy;
import org.jackfield.engine.call.InstructionOutcome.Failed;
import org.jackfield.engine.call.InstructionOutcome.NoAnswer;
import org.jackfield.engine.call.InstructionOutcome.NoInput;
import org.jackfield.engine.call.InstructionOutcome.TimedOut;

/** How an outcome reads as a BPMN error. */
final class BpmnErrors {

    private BpmnErrors() {}

    static String codeOf(InstructionOutcome outcome) {
        return switch (outcome) {
            case NoInput noInput -> "no-input";
            case TimedOut timedOut -> "timed-out";
            case Busy busy -> "busy";
            case NoAnswer noAnswer -> "no-answer";
            default -> "failed";
        };
    }

    static String messageOf(InstructionOutcome outcome) {
        return outcome instanceof Failed failed ? failed.code().name() + ": " + failed.detail() : codeOf(outcome);
    }
}
