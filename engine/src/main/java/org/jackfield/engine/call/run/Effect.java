package org.jackfield.engine.call.run;

import java.time.Duration;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.call.instruction.Action;

/** What a step does after its commit. */
sealed interface Effect {

    /** What an instruction wants done on the caller's leg. */
    record Tell(String instruction, Action.Done action) implements Effect {}

    record DialLeg(Call leg, Duration ringTime) implements Effect {}

    /** The answer of a leg that we dialled is committed. */
    record Confirm(String leg) implements Effect {}

    record RingCaller() implements Effect {}

    record Refuse(Refusal why) implements Effect {}

    record HangUp(String leg) implements Effect {}

    record StopPlaying() implements Effect {}

    record Unbridge() implements Effect {}

    /** The instruction is over: its timers are forgotten. */
    record StopTimers(String instruction) implements Effect {}

    record ForgetLeg(String leg) implements Effect {}

    /** Gives the call's place back to the tenant. */
    record ReleasePlace() implements Effect {}

    /** The call is over, only recordings are open: wait for them no longer than this. */
    record AwaitRecordings(Duration atMost) implements Effect {}
}
