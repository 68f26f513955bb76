package org.jackfield.analytics.extract;

import java.util.List;
import java.util.Optional;

/** What the other side asked for last, in the order in which it did. */
record Expectation(List<Label> labels) {

    static final Expectation NOTHING = new Expectation(List.of());

    boolean expects(ValueType type) {
        return labels.stream().anyMatch(label -> label.type() == type);
    }

    /** Whether it was asked for this before all. */
    boolean first(ValueType type) {
        return !labels.isEmpty() && labels.getLast().type() == type;
    }

    boolean asks(String label) {
        return labels.stream().anyMatch(asked -> asked.name().equals(label));
    }

    /** The label that was asked for last among those that the value can have. */
    Optional<Label> label(Query value) {
        List<Label> last = labels.reversed();
        return last.stream()
                .filter(label -> value.digits() > 0 && value.isExact(label))
                .findFirst()
                .or(() -> last.stream().filter(label -> label.length() == 0 && value.fits(label)).findFirst())
                .or(() -> last.stream().filter(value::fits).findFirst());
    }
}
