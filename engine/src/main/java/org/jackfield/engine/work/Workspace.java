package org.jackfield.engine.work;

import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.match.QueueRule;

/**
 * A contact center of its own: its activities, workers, queues and items belong together and to nobody else. A new worker
 * gets the default activity. A worker who let an offer run off keeps his activity and pauses for a moment, unless the
 * workspace names a timeout activity: then he is moved there.
 */
public record Workspace(AccountId account, String id, String name, String defaultActivity,
        Optional<String> timeoutActivity, Manner manner, Instant created) {

    /** Whose workers work in the usual manner. */
    public Workspace(AccountId account, String id, String name, String defaultActivity,
            Optional<String> timeoutActivity, Instant created) {
        this(account, id, name, defaultActivity, timeoutActivity, Manner.USUAL, created);
    }

    /**
     * How its workers work.
     *
     * @param oneAtATime whether a worker is offered nothing while he has anything, whatever his capacities
     * @param first queues of which order come first for a worker who serves both kinds, priorities being equal
     */
    public record Manner(boolean oneAtATime, QueueRule.Order first) {
        /** As many at once as the capacities say. */
        public static final Manner USUAL = new Manner(false, QueueRule.Order.FIFO);
    }
}
