package org.jackfield.engine.work.statistics;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/**
 * A point in the life of a work item that statistics count, at the place where the item was then.
 *
 * @param offer to whom it was offered, for the milestones of a reservation
 */
public record Milestone(Kind kind, Instant at, Item item, Optional<Offer> offer) {

    /** What was reached. */
    public enum Kind {
        /** The item came in; unless its queue is empty it entered that one. */
        CREATED,
        /** It came into this queue from another one. */
        MOVED_IN,
        /** It left this queue for another one. */
        MOVED_OUT,
        CANCELED,
        /** It was cancelled because the targets of its policy, or its time to wait, were used up. */
        USED_UP,
        COMPLETED,
        /** It was taken away, whatever it was. */
        DELETED,
        RESERVATION_CREATED,
        RESERVATION_ACCEPTED,
        RESERVATION_REJECTED,
        RESERVATION_TIMED_OUT,
        RESERVATION_CANCELED,
        RESERVATION_RESCINDED,
        RESERVATION_WRAPPING,
        RESERVATION_COMPLETED;

        /** The word of the table. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** The item, its medium, and where it was: in no queue when its policy had none for it. */
    public record Item(AccountId account, String workspaceId, String id, String medium, Where where) {}

    /** A queue, the policy by which the item goes, when the item was made and when it entered the queue. */
    public record Where(String queueId, Optional<String> policyId, Instant created, Instant entered) {}

    /** A reservation and its worker. */
    public record Offer(String reservationId, String workerId) {}

    /** How long the item had existed. */
    public Duration waited() {
        return since(item.where().created());
    }

    /** How long it had been in its queue. */
    public Duration waitedInQueue() {
        return since(item.where().entered());
    }

    private Duration since(Instant start) {
        Duration length = Duration.between(start, at);
        return length.isNegative() ? Duration.ZERO : length;
    }
}
