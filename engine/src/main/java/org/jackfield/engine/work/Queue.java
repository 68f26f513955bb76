package org.jackfield.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.match.QueueRule;

/**
 * Where items wait, in order of priority (highest first) and then of their start: the earlier first, or the later. {@code targetWorkers} is the expression
 * that says who serves it, empty for everybody; at most {@code maxReserved} workers are offered one item at once. Times
 * that are not set come from {@link WorkSettings}.
 */
public record Queue(AccountId account, String workspaceId, String id, String name, String targetWorkers,
        QueueRule.Order order, int maxReserved, Optional<Duration> reservationTimeout, Optional<Duration> wrapUpTime,
        Moves moves, Instant updated) {

    /** To which activities an item of the queue moves its worker: when he is offered it, when he accepts it. */
    public record Moves(Optional<String> whenReserved, Optional<String> whenAssigned) {
        /** He stays in his activity. */
        public static final Moves NONE = new Moves(Optional.empty(), Optional.empty());
    }

    /** Its items leave the workers in their activities; it does not say when it was changed. */
    public Queue(AccountId account, String workspaceId, String id, String name, String targetWorkers,
            QueueRule.Order order, int maxReserved, Optional<Duration> reservationTimeout,
            Optional<Duration> wrapUpTime) {
        this(account, workspaceId, id, name, targetWorkers, order, maxReserved, reservationTimeout, wrapUpTime,
                Moves.NONE, Instant.EPOCH);
    }
}
