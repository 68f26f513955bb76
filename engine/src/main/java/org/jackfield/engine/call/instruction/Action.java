package org.jackfield.engine.call.instruction;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.media.SpeechSynthesizer.Utterance;
import org.jackfield.engine.work.WorkDistribution.NewWorkItem;

/** What an instruction wants done. */
public sealed interface Action {

    /** Written in the transaction of the stimulus. */
    sealed interface Written extends Action {}

    /** Done after the commit, without a transaction when nothing is written. */
    sealed interface Done extends Action {}

    /** Publishes an event of the flow's own. */
    record Publish(String type, Map<String, ?> data) implements Written {
        public Publish {
            data = Map.copyOf(data);
        }
    }

    /** Makes the record of another leg; it is dialled after the commit. */
    record DialLeg(String leg, String from, String to, Duration ringTime) implements Written {}

    /** Queues a work item; {@link Signal.WorkItemQueued} follows. */
    record QueueWorkItem(NewWorkItem item) implements Written {}

    /** The worker answered; {@link Signal.AcceptAnswered} follows. */
    record AcceptOffer(String reservation) implements Written {}

    record RejectOffer(String reservation, String reason) implements Written {}

    record CancelWorkItem(String workItem, String reason) implements Written {}

    record WrapUpWorkItem(String workItem, String reason) implements Written {}

    /** Whether the item waits still; {@link Signal.Expired} follows when it does not. */
    record LookForWorkItem(String workItem) implements Written {}

    /** Ends the caller's leg: with a refusal when it was not answered yet. */
    record EndCall(HangUpReason reason) implements Written {}

    /** Tells the caller that it rings. */
    record Ring() implements Done {}

    /** Answers the caller; {@link Signal.CallAnswered} follows. */
    record Answer() implements Done {}

    /** Plays to the caller, for ever when {@code loops} is 0; {@link Signal.Played} or {@link Signal.Drowned} follows. */
    record Play(String playback, Sound sound, int loops) implements Done {}

    record StopPlaying() implements Done {}

    /** Has a text spoken; {@link Signal.SoundReady} or {@link Signal.SoundFailed} follows. */
    record Speak(Utterance utterance) implements Done {}

    /** Has a prompt fetched; {@link Signal.SoundReady} or {@link Signal.SoundFailed} follows. */
    record Fetch(String address) implements Done {}

    /** {@link Signal.TimerFired} follows; one of the same name is replaced. All end with the instruction. */
    record StartTimer(String timer, Duration delay) implements Done {}

    record StopTimer(String timer) implements Done {}

    /** Lets the caller and the leg hear each other. */
    record Connect(String leg) implements Done {}

    /** Takes the caller out of the connection. */
    record Disconnect() implements Done {}

    /** Records the caller, and the other leg in the right channel; {@link Signal.Recorded} follows. */
    record Capture(String recording, Optional<String> otherLeg, Duration endingSilence, Optional<String> workItem)
            implements
                Done {}

    record StopCapture(String recording) implements Done {}

    /** Ends a leg that this instruction dialled. */
    record HangUpLeg(String leg) implements Done {}
}
