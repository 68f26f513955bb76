package org.jackfield.engine.work;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.statistics.Slice;

/**
 * How much work there is now, and who does what. Counts items that are not finished, which have indexes of their own,
 * whatever the table holds. Every method joins the open unit of work. Thread-safe.
 */
public interface LiveFigures {

    /**
     * The items in one queue, one state and one priority.
     *
     * @param oldest the one that was made first
     * @param longestInQueue the one that entered the queue first
     */
    record OpenCount(String queueId, WorkItemState state, int priority, long number, Since oldest,
            Since longestInQueue) {}

    /** An item, and since when. */
    record Since(String itemId, Instant time) {}

    /** A slice of workers has no items. */
    List<OpenCount> open(Slice slice);

    /** How many workers are in each activity, by its id; an activity without workers is left out. */
    Map<String, Integer> workersByActivity(AccountId account, String workspaceId);

    /** As {@link #workersByActivity(AccountId, String)}, of those who take items of the medium at all. */
    Map<String, Integer> workersByActivity(AccountId account, String workspaceId, String medium);
}
