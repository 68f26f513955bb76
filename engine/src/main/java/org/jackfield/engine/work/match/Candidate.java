package org.jackfield.engine.work.match;

import java.time.Instant;
import java.util.Map;
import java.util.Set;

/**
 * A worker as the matcher needs him.
 *
 * @param facts what expressions ask about: his attributes and names, without the counts of his work
 * @param limits how many items he may have at once
 * @param open how many he has, by medium
 */
public record Candidate(String id, Map<String, ?> facts, Standing standing, Limits limits, Map<String, Integer> open) {

    public Candidate {
        open = Map.copyOf(open);
    }

    /** Takes all media, as many at once as the capacities say. */
    public Candidate(String id, Map<String, ?> facts, Standing standing, Map<String, Integer> capacities,
            Map<String, Integer> open) {
        this(id, facts, standing, new Limits(capacities, Set.of(), false), open);
    }

    /**
     * How many items a worker may have at once.
     *
     * @param capacities of a medium, 1 where none is given; with 0 he takes none
     * @param closed media of which he takes nothing now
     * @param oneAtATime whether he takes nothing while he has anything
     */
    public record Limits(Map<String, Integer> capacities, Set<String> closed, boolean oneAtATime) {
        public Limits {
            capacities = Map.copyOf(capacities);
            closed = Set.copyOf(closed);
        }

        int capacity(String medium) {
            return capacities.getOrDefault(medium, 1);
        }

        boolean admits(String medium) {
            return capacity(medium) > 0 && !closed.contains(medium);
        }

        /** Whether one more of the medium may be given to who has these. */
        boolean hasRoom(String medium, Map<String, Integer> open) {
            return oneAtATime
                    ? open.values().stream().allMatch(count -> count == 0)
                    : open.getOrDefault(medium, 0) < capacity(medium);
        }
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

    /** His name, or empty. */
    String name() {
        return facts.get("friendly_name") instanceof String name ? name : "";
    }
}
