package org.jackfield.engine.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/** How full the queues are now, for people who watch them. Joins the open unit of work. Thread-safe. */
@FunctionalInterface
public interface QueueStates {

    /**
     * A queue now.
     *
     * @param waiting items that no worker has accepted yet
     * @param oldest since when the item waits that waits longest
     * @param assigned items that a worker handles, wrap-up left out
     */
    record QueueState(String workspaceId, String queueId, String name, long waiting, Optional<Instant> oldest,
            long assigned) {}

    /** All queues of the account in order of name, at most {@code limit}. */
    List<QueueState> list(AccountId account, int limit);
}
