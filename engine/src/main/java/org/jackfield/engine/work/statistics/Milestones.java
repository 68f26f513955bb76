package org.jackfield.engine.work.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Where the milestones of work items are kept. Every method joins the open unit of work. Thread-safe. What is counted is
 * found by an index on the slice and the time: the cost grows with the milestones of the period, never with all there are.
 */
public interface Milestones {

    /**
     * The milestones of one kind in one queue.
     *
     * @param waited how long their items had existed
     * @param inQueue how long they had been in the queue
     */
    record Tally(String queueId, Milestone.Kind kind, Lengths waited, Lengths inQueue) {

        /** Both, wherever they were; of one kind. */
        Tally plus(Tally other) {
            return new Tally(queueId, kind, waited.plus(other.waited), inQueue.plus(other.inQueue));
        }
    }

    /** How many milestones of a kind in a queue had items that had existed for longer than the threshold, or not. */
    record Split(String queueId, Milestone.Kind kind, Duration threshold, long above, long below) {

        boolean is(Duration wanted, Milestone.Kind of) {
            return threshold.equals(wanted) && kind == of;
        }
    }

    /** The kinds that are split by how long items waited: how a wait ends. */
    Set<Milestone.Kind> SPLIT = Set.of(Milestone.Kind.RESERVATION_ACCEPTED, Milestone.Kind.CANCELED);

    void add(List<Milestone> milestones);

    /** Apart for each queue and kind. */
    List<Tally> tallies(Slice slice, Period period);

    /** Those of {@link #SPLIT}, apart for each queue, kind and threshold. */
    List<Split> splits(Slice slice, Period period, Set<Duration> thresholds);

    /** Deletes those before the instant, of every account, at most so many; how many it deleted. */
    int removeBefore(Instant time, int most);
}
