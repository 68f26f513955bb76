package org.jackfield.engine.call;

import java.util.Optional;
import org.jackfield.engine.media.RecordingFile;

/** What a leg reports. */
public sealed interface LegEvent {

    /** The outbound leg rings. */
    record Ringing() implements LegEvent {}

    /** Media flows both ways from now on. {@code dialog} identifies the leg to the peer across a restart. */
    record Answered(Optional<DialogIdentity> dialog) implements LegEvent {
        public Answered() {
            this(Optional.empty());
        }
    }

    /** A digit was pressed (0-9 * # A-D); reported once, however often it came on the wire. */
    record Digit(char digit) implements LegEvent {}

    /** The playback ended by itself. */
    record Played(String playback) implements LegEvent {}

    /** The peer put the leg on hold (a re-INVITE or UPDATE with sendonly or inactive). */
    record Held() implements LegEvent {}

    /** The peer took the leg off hold. */
    record Resumed() implements LegEvent {}

    /** A recording is complete on disk, or empty when it could not be written. */
    record Recorded(String recording, Optional<RecordingFile> file) implements LegEvent {}

    /** The leg is gone; nothing follows but a {@link Recorded}. */
    record Ended(EndCause cause) implements LegEvent {}

    /** What a BYE needs after a restart: RFC 3261, section 12, as text that the connector writes and reads. */
    record DialogIdentity(String text) {}
}
