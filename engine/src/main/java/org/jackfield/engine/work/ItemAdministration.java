package org.jackfield.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/**
 * How work items are changed and taken away from outside, beside what becomes of them by distribution. Joins an open unit of
 * work. Thread-safe.
 *
 * <p>
 * All methods throw {@link org.jackfield.engine.error.DomainException}: NOT_FOUND for an unknown or foreign id,
 * INVALID_PARAMETER with what is wrong, ILLEGAL_STATE when the item's state does not allow it.
 */
public interface ItemAdministration {

    /**
     * Changes an item. While it is pending other attributes let its routing policy decide anew, from the first filter on;
     * while workers are asked it stays where it is. An item that is finished takes other attributes only.
     */
    WorkItem amend(AccountId account, String workItemId, ItemChange change);

    /** Cancels an item that nobody works on, if it is not finished, and takes it and its reservations away. */
    void delete(AccountId account, String workItemId);

    /** The worker, or who answers for him, declines: his phone stops ringing, the item goes to the next one. */
    WorkDistribution.Answer decline(AccountId account, String reservationId, String reason);

    /**
     * How the worker who is being asked is rung, and for how long from now on. Where it rings already it stops, if it is to ring
     * elsewhere. The activity is one of the workspace's.
     */
    WorkDistribution.Answer ring(AccountId account, String reservationId, Reservation.Ringing ringing,
            Optional<Duration> ringTime);

    /** What to change of an item; empty leaves it. The medium is named by its unique name or its id. */
    record ItemChange(Optional<Map<String, ?>> attributes, Optional<Integer> priority, Optional<String> medium,
            Optional<Instant> virtualStart) {

        /** Whether it changes nothing. */
        public boolean isEmpty() {
            return attributes.isEmpty() && onlyAttributes();
        }

        boolean onlyAttributes() {
            return priority.isEmpty() && medium.isEmpty() && virtualStart.isEmpty();
        }
    }
}
