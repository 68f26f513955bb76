package org.jackfield.analytics.extract;

import java.util.ArrayList;
import java.util.List;
import org.jackfield.analytics.transcript.Turn;

/** One answer to a question of identification: all readings of the recogniser, the best first. */
record Attempt(List<String> readings) {

    static Attempt of(Turn turn) {
        List<String> readings = new ArrayList<>(turn.alternatives().size() + 1);
        readings.add(turn.text());
        readings.addAll(turn.alternatives());
        return new Attempt(List.copyOf(readings));
    }

    /** How much a reading counts by its place. */
    static double weight(int place) {
        return place == 0 ? 1 : 0.5 / place;
    }
}
