package org.jackfield.engine.work.match;

import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An item in the index, and the lane that it waits in, if its queue is known. */
final class Waiting {

    /** The order within a queue that serves the earliest first, and of the heads of several queues. */
    static final Comparator<Waiting> FIFO = (one, other) -> compare(one, other, one.start, other.start);
    /** The order within a queue that serves the latest first. */
    static final Comparator<Waiting> LIFO = (one, other) -> compare(one, other, other.start, one.start);

    private final Seeker seeker;
    private final int priority;
    private final long start;
    private Set<String> excluded;
    private int offers;
    private @Nullable Lane lane;

    Waiting(Seeker seeker) {
        this.seeker = seeker;
        this.priority = seeker.turn().priority();
        this.start = Micros.of(seeker.turn().start());
        this.excluded = seeker.excluded().isEmpty() ? Set.of() : new HashSet<>(seeker.excluded());
        this.offers = seeker.offers();
    }

    static Comparator<Waiting> order(QueueRule.Order order) {
        return order == QueueRule.Order.FIFO ? FIFO : LIFO;
    }

    private static int compare(Waiting one, Waiting other, long first, long second) {
        if (one.priority != other.priority) {
            return Integer.compare(other.priority, one.priority);
        }
        return first == second ? one.id().compareTo(other.id()) : Long.compare(first, second);
    }

    String id() {
        return seeker.id();
    }

    int priority() {
        return priority;
    }

    Wish wish() {
        return seeker.wish();
    }

    boolean excludes(String workerId) {
        return excluded.contains(workerId);
    }

    int offers() {
        return offers;
    }

    /** The worker is asked too. */
    void offerTo(String workerId) {
        if (excluded.isEmpty()) {
            excluded = new HashSet<>(2);
        }
        excluded.add(workerId);
        offers++;
    }

    @Nullable
    Lane lane() {
        return lane;
    }

    void enter(Lane entered) {
        lane = entered;
        entered.add(this);
    }

    void leave() {
        Lane left = lane;
        if (left != null) {
            left.remove(this);
            lane = null;
        }
    }
}
