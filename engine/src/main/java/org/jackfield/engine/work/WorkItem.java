package org.jackfield.engine.work;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/**
 * Something that waits for a worker. Identity and origin never change ({@link Origin}); where it stands does
 * ({@link Standing}). {@code version} grows by one with each change.
 */
public record WorkItem(AccountId account, String workspaceId, String id, Origin origin, Standing standing,
        long version) {

    /** The attribute that names the caller: who calls again after his node died finds his old place. */
    public static final String FROM = "from";

    /**
     * How it came in. {@code subject} is the call that waits, empty for other media; order within the queue is by
     * priority (highest first), then {@code virtualStart}; it may wait until {@code waitsUntil}.
     */
    public record Origin(String queueId, String medium, String subject, Map<String, Object> attributes, int priority,
            Instant created, Instant virtualStart, Instant waitsUntil, String processInstanceId) {
        public Origin {
            attributes = Map.copyOf(attributes);
        }

        Origin startingAt(Instant start) {
            return new Origin(queueId, medium, subject, attributes, priority, created, start, waitsUntil,
                    processInstanceId);
        }

        /** Who calls, or empty. */
        public String caller() {
            return attributes.get(FROM) instanceof String from ? from : "";
        }
    }

    /**
     * Where it stands: at {@code deadline} the state ends by itself (waiting too long, offer run off, wrap-up over).
     * {@code reservationId} names the open or the last reservation, {@code offers} how many there were; {@code reason} says
     * why it ended; {@code keepsPlace} that its place in the queue waits for the same caller.
     */
    public record Standing(WorkItemState state, Optional<Instant> deadline, Optional<String> reservationId,
            int offers, String reason, Instant changed, boolean keepsPlace) {}

    public WorkItemState state() {
        return standing.state();
    }

    /** What its events are ordered by: the call, or itself. */
    public String eventKey() {
        return origin.subject().isEmpty() ? id : origin.subject();
    }

    /** As it is once its kept place was given back to the caller. */
    WorkItem placeTaken() {
        Standing now = standing;
        return moved(new Standing(now.state(), now.deadline(), now.reservationId(), now.offers(), now.reason(),
                now.changed(), false));
    }

    WorkItem moved(Standing next) {
        return new WorkItem(account, workspaceId, id, origin, next, version + 1);
    }
}
