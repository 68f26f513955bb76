package org.jackfield.analytics.search;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jackfield.analytics.transcript.Speaker;

/**
 * A conversation that matches. Immutable.
 *
 * @param labels names of all labels on its turns
 * @param matching how many of its turns match
 * @param turns the first of those
 */
public record Hit(String sid, Conversation.Filed filed, Instant start, Duration duration, List<String> labels,
        int matching, List<Turn> turns) {

    public Hit {
        labels = List.copyOf(labels);
        turns = List.copyOf(turns);
    }

    /**
     * A turn that matches. Of a long one {@code text} is an excerpt, which begins at character {@code from} of the turn.
     *
     * @param spans what in it matches, in characters of the whole turn, in order
     * @param at milliseconds of the recording where the first span is said, or the turn if it has none
     */
    public record Turn(int number, Speaker speaker, String text, int from, List<Span> spans, Optional<Long> at) {

        public Turn {
            spans = List.copyOf(spans);
        }
    }

    /** Characters, {@code end} not included. */
    public record Span(int start, int end) {}
}
