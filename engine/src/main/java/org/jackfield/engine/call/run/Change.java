package org.jackfield.engine.call.run;

import java.util.Map;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionOutcome;
import org.jackfield.engine.call.Recording;
import org.jackfield.engine.call.instruction.Action;
import org.jackfield.engine.tenant.FlowAddress;

/** What a step writes. Records are written first, then the events, then what moves the flow and the work. */
sealed interface Change {

    /** A change of our own rows, written before the step's events. */
    sealed interface Row extends Change {}

    /** A change that neighbours make in the same transaction, after the step's events. */
    sealed interface Neighbour extends Change {}

    record InsertCall(Call call) implements Row {}

    record UpdateCall(Call call) implements Row {}

    record SaveRecording(Recording recording) implements Row {}

    /** Starts the flow and writes the root with what runs: a new record for an inbound call. */
    record StartFlow(Call root, boolean insert, FlowAddress flow, Map<String, ?> facts) implements Neighbour {}

    /** Ends what runs, because another flow follows on the call. */
    record LeaveFlow(Call root) implements Neighbour {}

    /** Writes the outcome and resumes the element, when no other outcome was first. */
    record Complete(Instruction instruction, InstructionOutcome outcome) implements Neighbour {}

    /** Tells the process that the call is over while no instruction waits. */
    record EndFlow(Call root, InstructionOutcome outcome) implements Neighbour {}

    /** What an instruction wants of work distribution. */
    record Ask(String instruction, Action.Written action) implements Neighbour {}
}
