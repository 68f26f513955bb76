package org.jackfield.engine.call.run;

import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionDesk;
import org.jackfield.engine.call.LegEvent;
import org.jackfield.engine.call.instruction.Signal;
import org.jackfield.engine.tenant.FlowAddress;

/** What reaches the mailbox of a call. */
sealed interface Stimulus {

    /** Whether it may be dropped when the mailbox is full: what a peer can send without end. */
    default boolean mayBeDropped() {
        return false;
    }

    /** The inbound call was routed and admitted. */
    record Arrived() implements Stimulus {}

    /** The record of the outbound call is written: dial. */
    record Placed() implements Stimulus {}

    record LegHeard(String leg, LegEvent event) implements Stimulus {
        @Override
        public boolean mayBeDropped() {
            return event instanceof LegEvent.Digit || event instanceof LegEvent.Held
                    || event instanceof LegEvent.Resumed || event instanceof LegEvent.Ringing;
        }
    }

    record Issued(Instruction instruction) implements Stimulus {}

    /** Found open some time after it was issued; it may have begun, or even ended, before this is handled. */
    record Missed(Instruction instruction) implements Stimulus {}

    record Withdrawn(String instruction) implements Stimulus {}

    /** Something for one instruction: its timer, its sound, the answer to what it wrote. */
    record ForInstruction(String instruction, Signal signal) implements Stimulus {}

    /** Work distribution speaks about an item of this call. */
    record AboutWork(String workItem, Signal signal) implements Stimulus {}

    /** The flow was started in the transaction before; follows at the head. */
    record FlowStarted(Call root) implements Stimulus {}

    record FlowEnded(String processInstance) implements Stimulus {}

    record FlowFailed(InstructionDesk.Failure failure) implements Stimulus {}

    /** The API wants the call to go on with another flow. */
    record Redirected(FlowAddress flow) implements Stimulus {}

    /** The API or the drain wants the leg to end. */
    record HangUpAsked(String leg) implements Stimulus {}

    /** The call is over but its recordings did not become complete. */
    record RecordingsOverdue() implements Stimulus {}
}
