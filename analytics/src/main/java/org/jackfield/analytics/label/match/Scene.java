package org.jackfield.analytics.label.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Turn;

/** A conversation in which all phrases have been found. Turns are counted from zero here. */
record Scene(List<Turn> turns, List<PlacedWords> words, List<Map<CompiledPhrase, List<Span>>> found) {

    /** What each turn's neighbours of the other side are can be asked for within so many turns. */
    private static final int FARTHEST = 20;

    int count() {
        return turns.size();
    }

    Speaker speaker(int turn) {
        return turns.get(turn).speaker();
    }

    List<Span> spans(CompiledPhrase phrase, int turn) {
        return found.get(turn).getOrDefault(phrase, List.of());
    }

    /** The turns in which the other side spoke last before a turn ({@code step} -1) or next after it (+1). */
    List<Integer> otherSide(int turn, int step) {
        List<Integer> others = new ArrayList<>();
        int at = turn + step;
        while (isNear(at, turn) && speaker(at) == speaker(turn)) {
            at += step;
        }
        while (isNear(at, turn) && speaker(at) != speaker(turn)) {
            others.add(at);
            at += step;
        }
        return others;
    }

    private boolean isNear(int at, int turn) {
        return at >= 0 && at < count() && Math.abs(at - turn) <= FARTHEST;
    }
}
