package org.jackfield.engine.call;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.tenant.AccountId;

/**
 * What a leg can be told. Implemented by the SIP connector and by the in-process loopback network; one contract suite runs
 * on both. A leg is named by the id of its call record and lives on this node.
 *
 * <p>
 * Every method returns at once and never throws for the state of the leg: what came of it arrives at the
 * {@link LegListener}. Each is idempotent, and safe for a leg that is gone. Thread-safe; stimuli of one leg reach the
 * listener in order.
 */
public interface CallControl {

    /** Who hears what the legs report; set once before the first call. */
    void reportTo(LegListener listener);

    /** Tells the caller that it rings (180). */
    void ring(String leg);

    /** Answers an inbound leg; {@link LegEvent.Answered} follows when the caller confirmed (ACK). */
    void answer(String leg);

    /** Ends an inbound leg before it was answered; no {@link LegEvent.Ended} follows. */
    void refuse(String leg, Refusal why);

    /** Creates an outbound leg: rings the address. Ends with {@link EndCause#NO_ANSWER} after the ring time. */
    void dial(Dial dial);

    /**
     * The answer of an outbound leg is on record, so its peer may know (ACK). Until then the peer takes its answer for lost and
     * repeats it: one that a dying node did not record comes again to its next life, which ends it.
     */
    void confirm(String leg);

    /** Plays to the leg, in place of whatever it hears now; {@link LegEvent.Played} follows unless replaced or stopped. */
    void play(String leg, Playback playback);

    /** Stops what is playing; nothing follows. */
    void stopPlaying(String leg);

    /** Sends digits (0-9 * # A-D, {@code w} pauses half a second) as telephone-events (RFC 4733). */
    void sendDigits(String leg, String digits);

    /** Lets two answered legs hear each other; stops what plays to them. A leg is in at most one bridge. */
    void bridge(String first, String second);

    /** Takes the leg out of its bridge; both hear silence. */
    void unbridge(String leg);

    /**
     * Records what is heard from the left leg into the left channel and from the right leg into the right one, until
     * {@link #stopRecording} or until one of the legs ends; {@link LegEvent.Recorded} follows on the left leg.
     */
    void record(RecordingOrder order);

    void stopRecording(String recording);

    /** Ends the leg in whatever state it is: CANCEL, BYE or a final answer. {@link LegEvent.Ended} follows. */
    void hangUp(String leg);

    /** Why an inbound leg is refused. */
    enum Refusal {
        NOT_FOUND,
        BUSY,
        DECLINED,
        NO_CAPACITY,
        FORBIDDEN
    }

    /**
     * An outbound leg. {@code from} and {@code to} are {@code sip:user@host} or a number in E.164 form; a number that the
     * platform owns is reached on-net. Credentials answer a challenge of the peer.
     */
    record Dial(AccountId account, String leg, String from, String to, Duration ringTime,
            Optional<Credentials> credentials,
            Map<String, String> headers) {
        public Dial {
            headers = Map.copyOf(headers);
        }
    }

    /** A user name and password for the peer's challenge. */
    record Credentials(String username, String password) {
        @Override
        public String toString() {
            return "Credentials[" + username + "]";
        }
    }

    /** A sound to play: {@code loops} times, 0 for ever. The id comes back in {@link LegEvent.Played}. */
    record Playback(String id, Sound sound, int loops) {}

    /**
     * A recording to start; {@code file} is where the WAV goes. {@code right} equal to {@code left}: only that leg is
     * recorded and the right channel stays silent. The recording ends by itself after {@code endingSilence} without a
     * voice in either channel; zero: never.
     */
    record RecordingOrder(String recording, String left, String right, Path file, Duration endingSilence) {
        /** A recording that only {@link CallControl#stopRecording} or the end of a leg ends. */
        public RecordingOrder(String recording, String left, String right, Path file) {
            this(recording, left, right, file, Duration.ZERO);
        }
    }
}
