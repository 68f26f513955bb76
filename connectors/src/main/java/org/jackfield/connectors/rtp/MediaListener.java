package org.jackfield.connectors.rtp;

import java.util.Optional;
import org.jackfield.engine.media.RecordingFile;

/**
 * Hears what happens on a stream. Called on the one notifying thread of the media server, in the order in which things
 * happened on the stream: put it into a mailbox and return.
 */
public interface MediaListener {

    /** A digit (0-9 * # A-D) was pressed; once for each press, at its beginning. */
    void digit(char digit);

    /** The playback ended by itself. */
    void played(String playback);

    /** A recording is complete on disk, or empty when it could not be written. */
    void recorded(String recording, Optional<RecordingFile> file);

    /** Nothing came from the peer for the configured time although it should send. Reported once in a row. */
    void mediaLost();
}
