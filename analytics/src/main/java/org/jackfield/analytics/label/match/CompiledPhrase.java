package org.jackfield.analytics.label.match;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jackfield.analytics.label.define.Phrase;

/** A phrase ready to be looked for. Compared by identity: two labels may have the same phrase. */
final class CompiledPhrase {

    /** More of one phrase in one turn tell nothing new. */
    private static final int MOST_SPANS = 64;

    private final Phrase phrase;
    private final Automaton automaton;
    private final int[] anchor;
    private final int[] second;

    CompiledPhrase(Phrase phrase, Vocabulary vocabulary) {
        this.phrase = phrase;
        automaton = new Automaton(phrase.part(), vocabulary);
        List<int[]> required = Required.of(phrase.part(), vocabulary);
        anchor = required.getFirst();
        second = required.size() > 1 ? required.get(1) : anchor;
    }

    String text() {
        return phrase.text();
    }

    /** The same as {@link #anchor}, in words. */
    List<String> cues() {
        return Required.names(phrase.part());
    }

    /** One of these is there wherever the phrase is. */
    int[] anchor() {
        return anchor;
    }

    /** Of the anchor's words in a turn one alone makes the phrase a candidate. */
    boolean isFirstLookedUpBy(int word, BitSet present) {
        for (int id : anchor) {
            if (id < word && present.get(id)) {
                return false;
            }
        }
        return true;
    }

    boolean mayBeIn(BitSet present) {
        for (int id : second) {
            if (present.get(id)) {
                return true;
            }
        }
        return false;
    }

    /** Looks at the places from {@code from} to {@code to}, and adds matches that begin before {@code until}. */
    void find(PlacedWords turn, int from, int until, int to, List<Span> found) {
        long[] accepted = accepted(turn, from, to);
        for (int begin = from; begin < until && found.size() < MOST_SPANS; begin++) {
            int end = automaton.endFrom(accepted, begin - from, to - from);
            if (end >= 0) {
                Span span = new Span(begin, from + end);
                if (!found.isEmpty() && found.getLast().last() == span.last()) {
                    found.removeLast();
                }
                found.add(span);
            }
        }
    }

    /** The places of a match that are words of the phrase itself. */
    List<Integer> spoken(PlacedWords turn, Span span) {
        long[] accepted = accepted(turn, span.first(), span.last() + 1);
        boolean[] spoken = automaton.spoken(accepted, 0, span.last() - span.first());
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < spoken.length; i++) {
            if (spoken[i]) {
                places.add(span.first() + i);
            }
        }
        return places;
    }

    private long[] accepted(PlacedWords turn, int from, int to) {
        long[] accepted = new long[to - from];
        for (int i = from; i < to; i++) {
            accepted[i - from] = automaton.accepted(turn.ids(i));
        }
        return accepted;
    }
}
