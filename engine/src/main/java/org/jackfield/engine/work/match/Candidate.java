package org.jackfield.engine.work.match;

import java.time.Instant;
import java.util.Map;

/**
 * A worker as the matcher needs him.
 *
 * @param facts what expressions ask about: his attributes and names, without the counts of his work
 * @param capacities how many items of a medium he may have at once, 1 where none is given; with 0 he takes none
 * @param open how many he has
 */
public record Candidate(String id, Map<String, ?> facts, Standing standing, Map<String, Integer> capacities,
        Map<String, Integer> open) {

    public Candidate {
        capacities = Map.copyOf(capacities);
        open = Map.copyOf(open);
    }

    /** What he does: whether his activity is available, whether he pauses for a moment, and since when he is idle. */
    public record Standing(String activityId, boolean available, boolean pauses, Instant idleSince) {}

    /** Whether he is offered anything. */
    public boolean takesWork() {
        return standing.available() && !standing.pauses();
    }

    /** Whether what he is and does is the same, so that at most his work and his idle time changed. */
    boolean differsInLoadOnly(Candidate other) {
        return facts.equals(other.facts)
                && standing.available() == other.standing.available()
                && standing.activityId().equals(other.standing.activityId());
    }

    int capacity(String medium) {
        return capacities.getOrDefault(medium, 1);
    }

    /** His name, or empty. */
    String name() {
        return facts.get("friendly_name") instanceof String name ? name : "";
    }
}
