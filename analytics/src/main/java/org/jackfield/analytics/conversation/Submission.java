package org.jackfield.analytics.conversation;

import java.time.Instant;
import java.util.List;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.WordTime;

/**
 * A conversation as it was sent, with everything that was said in it: never stored, logged or shown.
 *
 * @param channel {@code voice}, {@code chat} or another word
 * @param words when each word was said, as far as it is known
 */
public record Submission(Transcript transcript, List<WordTime> words, Origin origin, String channel, Instant started) {

    public Submission {
        words = List.copyOf(words);
    }

    /** Without what was said. */
    @Override
    public String toString() {
        return "Submission[turns=" + transcript.turns().size() + ", origin=" + origin + "]";
    }
}
