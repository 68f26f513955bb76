package org.jackfield.analytics.redact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jackfield.analytics.transcript.Words;
import org.jspecify.annotations.Nullable;

/** The places of a conversation that are taken out. Not for several threads. */
final class Hidden {

    /** Characters of a turn's text, and the word that stands there instead. */
    record Span(int start, int end, String word) {}

    private static final NavigableMap<Integer, Span> NONE = Collections.unmodifiableNavigableMap(new TreeMap<>());

    private final Map<Integer, NavigableMap<Integer, Span>> byTurn = new HashMap<>();

    void add(int turn, int start, int end, String word) {
        byTurn.computeIfAbsent(turn, none -> new TreeMap<>())
                .merge(start, new Span(start, end, word), (old, next) -> next.end() > old.end()
                        ? new Span(start, next.end(), old.word())
                        : old);
    }

    void add(int turn, Stretch stretch, Secret secret) {
        add(turn, stretch.start(), stretch.end(), secret.word());
    }

    /** Whether one span covers it all. */
    boolean covers(int turn, int start, int end) {
        Map.@Nullable Entry<Integer, Span> before = byTurn.getOrDefault(turn, NONE).floorEntry(start);
        return before != null && before.getValue().end() >= end;
    }

    boolean isEmpty(int turn) {
        return !byTurn.containsKey(turn);
    }

    /**
     * The spans of a turn in order, none overlapping another; those with nothing but signs and hesitations between them, and
     * of one kind, are one. Of two that overlap the first one gives the word.
     */
    List<Span> spans(int turn, String text) {
        List<Span> merged = new ArrayList<>();
        for (Span span : byTurn.getOrDefault(turn, NONE).values()) {
            Span last = merged.isEmpty() ? new Span(-1, -1, "") : merged.getLast();
            boolean overlaps = span.start() < last.end();
            if (overlaps || isOneWith(last, span, text)) {
                merged.set(merged.size() - 1, new Span(last.start(), Math.max(last.end(), span.end()), last.word()));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private static boolean isOneWith(Span last, Span next, String text) {
        return last.word().equals(next.word()) && Words.of(text.substring(last.end(), next.start())).count() == 0;
    }
}
