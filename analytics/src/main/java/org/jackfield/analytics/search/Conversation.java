package org.jackfield.analytics.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.transcript.Turn;

/**
 * A conversation as the index takes it, whole. {@code account} and {@code sid} are letters, digits, {@code _} and {@code -}; a sid is one
 * account's alone. Immutable.
 *
 * @param talkShare how much of what was said the agent said, in percent
 * @param longestSilence the longest time in which nobody spoke
 */
public record Conversation(String account, String sid, Filed filed, Instant start, Duration duration, List<Turn> turns,
        List<Label> labels, List<ExtractedValue> values, Optional<Double> talkShare, Duration longestSilence) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Where it belongs, as far as that is known; names as people write them. */
    public record Filed(Optional<String> call, Optional<String> queue, Optional<String> worker,
            Optional<String> flow) {

        /** Nowhere. */
        public static final Filed NOWHERE = new Filed(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    /** A label on a turn, which is told by its number. */
    public record Label(String name, int turn) {}

    public Conversation {
        checkId(account);
        checkId(sid);
        turns = List.copyOf(turns);
        labels = List.copyOf(labels);
        values = List.copyOf(values);
    }

    /** @throws IllegalArgumentException it is no id */
    static void checkId(String id) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("not an id: " + id);
        }
    }
}
