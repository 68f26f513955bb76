package org.jackfield.engine.work.table;

import java.util.Optional;

/** Which of the rows that match an item count (DMN 1.3, section 8.2.8). */
enum HitPolicy {
    /** At most one row matches any item. */
    UNIQUE,
    /** The first that matches. */
    FIRST,
    /** All that match say the same. */
    ANY,
    /** All that match, one after the other, in the order of the rows. */
    RULE_ORDER;

    /** Empty for one that says nothing about a route: those that order by output values, and sums, counts and the like. */
    static Optional<HitPolicy> of(String word, String aggregation) {
        return switch (word) {
            case "", "UNIQUE" -> Optional.of(UNIQUE);
            case "FIRST" -> Optional.of(FIRST);
            case "ANY" -> Optional.of(ANY);
            case "RULE ORDER" -> Optional.of(RULE_ORDER);
            case "COLLECT" -> aggregation.isEmpty() ? Optional.of(RULE_ORDER) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** Whether an item gets the target of one row only. */
    boolean isSingle() {
        return this != RULE_ORDER;
    }
}
