package org.jackfield.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/**
 * The service of work distribution as its neighbours see it: items come in, workers are reserved, the outcome of each
 * offer is told. The decider behind it can be replaced without touching this port.
 *
 * <p>
 * Every method joins the open unit of work, writes state and events there, and hands its effects (offers, rescinds) out
 * after the commit. Calls that come late (an answer to a reservation that timed out) are refused, nothing half done.
 * Thread-safe.
 */
public interface WorkDistribution {

    /** The reason of a {@link #cancel} after which the caller's place in the queue is kept for him for a while. */
    String NODE_LOST = "node-lost";

    /** Where a new item goes. Each is named by its friendly name or its id. */
    sealed interface Destination {

        /** Into that queue. */
        record ToQueue(String nameOrId) implements Destination {}

        /** Wherever that routing policy says. */
        record ByPolicy(String nameOrId) implements Destination {}

        /**
         * To that worker alone, named by his id; he must serve the queue. Without one it waits in the oldest of the workspace's
         * queues that he serves.
         */
        record ToWorker(String workspaceId, String workerId, Optional<String> queueNameOrId) implements Destination {}
    }

    /**
     * How a new item waits: {@code timeToLive} is how long it may wait for a worker; {@code virtualStart} counts its waiting
     * from another time than now; {@code ignoresCapacity} offers it also to workers who have as much as they may.
     */
    record Terms(int priority, Duration timeToLive, Optional<Instant> virtualStart, boolean ignoresCapacity) {

        /** From now on, to workers who have room for it. */
        public Terms(int priority, Duration timeToLive) {
            this(priority, timeToLive, Optional.empty(), false);
        }
    }

    /** A new item. {@code subject} is the call that waits, empty for other media. */
    record NewWorkItem(AccountId account, Destination to, String medium, String subject, Map<String, ?> attributes,
            Terms terms) {
        public NewWorkItem {
            attributes = Map.copyOf(attributes);
        }
    }

    /** What a late or foreign call is told. */
    enum Answer {
        /** Done as asked. */
        DONE,
        /** The reservation or item is in a state that does not allow it; nothing changed. */
        TOO_LATE
    }

    /**
     * Queues the item and starts its process instance; the id of the item.
     *
     * @throws org.jackfield.engine.error.DomainException NOT_FOUND when there is no such queue, policy or worker;
     * INVALID_PARAMETER when the workspace has no such medium
     */
    String enqueue(NewWorkItem item);

    /** The subject's item, when it has one that is not finished. */
    Optional<String> findOpenItem(AccountId account, String subject);

    /** The waiter gave up or the application took it back: a pending or reserved item is cancelled. */
    Answer cancel(AccountId account, String workItemId, String reason);

    /** The worker answered: the item is assigned to him. */
    Answer accept(AccountId account, String reservationId);

    /** The worker declined, was busy or unreachable: the item goes to the next one. */
    Answer reject(AccountId account, String reservationId, String reason);

    /** The conversation ended: item and reservation go to wrap-up, and to completed after the wrap-up time. */
    Answer wrapUp(AccountId account, String workItemId, String reason);

    /** Wrap-up is over: item and reservation are completed, the worker is free again. */
    Answer complete(AccountId account, String workItemId, String reason);
}
