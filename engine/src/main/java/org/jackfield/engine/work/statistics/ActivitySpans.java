package org.jackfield.engine.work.statistics;

import java.time.Instant;
import java.util.Map;
import org.jackfield.engine.tenant.AccountId;

/**
 * How long workers are in which activity. Every method joins the open unit of work. Thread-safe. Spans of time are found by
 * an index on the worker, or on the workspace and the time.
 */
public interface ActivitySpans {

    /** The worker is in the activity from now on, and no more in the one before. */
    void begin(Employee worker, String activityId, Instant at);

    /** The worker is in no activity any more. */
    void end(Employee worker, Instant at);

    /**
     * How long the slice's workers were in each activity during the period, by the id of the activity; what reaches over its
     * ends is cut there. A slice of queues or policies has no workers.
     */
    Map<String, Lengths> lengths(Slice slice, Period period);

    /** Deletes those that ended before the instant, of every account, at most so many; how many it deleted. */
    int removeBefore(Instant time, int most);

    /** Whose span it is. */
    record Employee(AccountId account, String workspaceId, String workerId) {}
}
