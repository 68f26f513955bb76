package org.jackfield.engine.call.instruction;

import java.util.Optional;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.media.RecordingFile;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.work.OfferDesk.Offer;
import org.jackfield.engine.work.WorkDistribution.Answer;

/** What reaches an instruction while it is carried out. The end of the caller's leg is no signal: it ends everything. */
public sealed interface Signal {

    /** The caller's leg is answered. */
    record CallAnswered() implements Signal {}

    /** The caller pressed a key. */
    record Digit(char key) implements Signal {}

    /** The caller pressed a key before the instruction began. */
    record Typed(char key) implements Signal {}

    /** The playback of that id ended by itself. */
    record Played(String playback) implements Signal {}

    /** Another instruction of the call took the caller's ear; what played is silent. */
    record Drowned() implements Signal {}

    /** What {@link Action.Speak} or {@link Action.Fetch} asked for. */
    record SoundReady(Sound sound) implements Signal {}

    /** The sound cannot be had. */
    record SoundFailed(ErrorCode code, String detail) implements Signal {}

    /** A timer of this instruction ran off. */
    record TimerFired(String timer) implements Signal {}

    /** A leg that this instruction dialled rings. */
    record LegRinging(String leg) implements Signal {}

    /** A leg that this instruction dialled was answered. */
    record LegAnswered(String leg) implements Signal {}

    /** A leg that this instruction dialled is gone. */
    record LegEnded(String leg, EndCause cause) implements Signal {}

    /** A recording is complete, or could not be written. */
    record Recorded(String recording, Optional<RecordingFile> file) implements Signal {}

    /** The work item is in its queue. */
    record WorkItemQueued(String workItem) implements Signal {}

    /** A worker was reserved and wants to be rung. */
    record Offered(Offer offer) implements Signal {}

    /** The reservation is over. */
    record Rescinded(Offer offer) implements Signal {}

    /** The work item waited too long. */
    record Expired(String workItem) implements Signal {}

    /** What work distribution said to {@link Action.AcceptOffer}. */
    record AcceptAnswered(String reservation, Answer answer) implements Signal {}
}
