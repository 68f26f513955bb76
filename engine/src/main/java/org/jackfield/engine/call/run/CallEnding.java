package org.jackfield.engine.call.run;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.call.CallDirection;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.InstructionOutcome;
import org.jackfield.engine.call.instruction.HangUpReason;
import org.jackfield.engine.call.run.CallState.Flow.Phase;
import org.jackfield.engine.call.run.CallState.Leg;

/** The ways in which a call ends. */
final class CallEnding {

    private static final Duration RECORDINGS = Duration.ofMinutes(1);

    private CallEnding() {}

    /** The flow hangs up, and goes on without the caller: it is not told what it did itself. */
    static void byFlow(Draft draft, HangUpReason reason) {
        if (draft.root.isOver()) {
            return;
        }
        draft.flow = draft.flow.in(Phase.HUNG_UP);
        boolean waits = draft.root.parties().direction() == CallDirection.INBOUND && !draft.root.isAnswered();
        if (waits && reason != HangUpReason.NORMAL) {
            boolean busy = reason == HangUpReason.BUSY;
            draft.effects.add(new Effect.Refuse(busy ? Refusal.BUSY : Refusal.DECLINED));
            close(draft, draft.root.ended(busy ? EndCause.BUSY : EndCause.REJECTED, draft.now));
        } else {
            draft.effects.add(new Effect.HangUp(draft.root.id()));
        }
    }

    /** The caller's leg is gone: the other legs follow, the flow hears of it where it waits. */
    static void ofRoot(Draft draft, EndCause cause, InstructionDecider instructions) {
        Optional<Call> ended = draft.root.ended(cause, draft.now);
        if (ended.isEmpty()) {
            return;
        }
        InstructionOutcome outcome = cause == EndCause.NODE_LOST
                ? new InstructionOutcome.Lost()
                : new InstructionOutcome.HungUp(cause);
        close(draft, ended);
        boolean waited = instructions.endAll(draft, outcome);
        if (!waited && draft.flow.phase() == Phase.RUNNING) {
            draft.write(new Change.EndFlow(draft.root, outcome));
        }
    }

    /** The model failed: the call ends as failed, whatever waited is over. */
    static void byFailure(Draft draft, InstructionDecider instructions) {
        draft.flow = draft.flow.in(Phase.ENDED);
        Optional<Call> failed = draft.root.failed(EndCause.LOCAL, draft.now);
        if (failed.isPresent()) {
            draft.effects.add(new Effect.HangUp(draft.root.id()));
            close(draft, failed);
        }
        instructions.endAll(draft, new InstructionOutcome.HungUp(EndCause.LOCAL));
    }

    private static void close(Draft draft, Optional<Call> ended) {
        ended.ifPresent(call -> {
            draft.updateRoot(call);
            draft.events.add(CallEvents.ended(call));
            draft.effects.add(new Effect.ReleasePlace());
            for (Leg leg : List.copyOf(draft.legs.values())) {
                draft.effects.add(new Effect.HangUp(leg.call().id()));
            }
            if (!draft.takes.isEmpty()) {
                draft.effects.add(new Effect.AwaitRecordings(RECORDINGS));
            }
        });
    }
}
