package org.jackfield.analytics.label;

import java.util.List;
import org.jackfield.analytics.label.match.Evidence;

/**
 * A label on a turn, and why it is there.
 *
 * @param turn the turn's number
 * @param byRule whether its definition holds; if not, it was learned from conversations with like turns
 * @param confidence from 0 to 1; 1 where nothing was learned
 * @param evidence what was said that satisfies the definition
 * @param reasons what else spoke for it most, in words
 */
public record PlacedLabel(String label, int turn, boolean byRule, double confidence, List<Evidence> evidence,
        List<String> reasons) {

    public PlacedLabel {
        evidence = List.copyOf(evidence);
        reasons = List.copyOf(reasons);
    }
}
