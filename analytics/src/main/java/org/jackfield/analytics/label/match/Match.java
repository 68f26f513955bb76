package org.jackfield.analytics.label.match;

import java.util.List;

/** A label that a definition puts on a turn, and why. {@code turn} counts from zero, whatever the turn's own number is. */
public record Match(String label, int turn, List<Evidence> evidence) {
    public Match {
        evidence = List.copyOf(evidence);
    }
}
