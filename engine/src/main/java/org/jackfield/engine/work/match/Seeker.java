package org.jackfield.engine.work.match;

import java.time.Instant;
import java.util.Set;

/**
 * A waiting item as the matcher needs it.
 *
 * @param turn the higher priority comes first, then the start as the queue's order says, then the lesser id
 * @param offers how many offers of it are open
 * @param excluded who is not asked for now: who is being asked, and who declined a moment ago
 */
public record Seeker(String id, Wish wish, Turn turn, int offers, Set<String> excluded) {

    public Seeker {
        excluded = Set.copyOf(excluded);
    }

    /** Where it stands among others. */
    public record Turn(int priority, Instant start) {}
}
