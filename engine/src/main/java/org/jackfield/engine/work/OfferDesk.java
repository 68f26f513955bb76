package org.jackfield.engine.work;

import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/**
 * Reaches a worker for a reservation: for voice, rings his phone. Implemented where the medium lives
 * ({@code engine.call}). Called after the commit that made the reservation; returns at once; what comes of it is told to
 * {@link WorkDistribution}.
 */
public interface OfferDesk {

    /**
     * A worker is offered a work item. {@code subject} is the call that waits; {@code contactUri} is where the worker's
     * leg rings; {@code from} is who is shown to him, the caller when it is empty; {@code records} has the conversation recorded.
     */
    record Offer(AccountId account, String workspaceId, String reservationId, String workItemId, String workerId,
            String subject, String contactUri, Map<String, ?> attributes, Optional<String> from, boolean records) {
        public Offer {
            attributes = Map.copyOf(attributes);
        }

        /** In the usual manner. */
        public Offer(AccountId account, String workspaceId, String reservationId, String workItemId, String workerId,
                String subject, String contactUri, Map<String, ?> attributes) {
            this(account, workspaceId, reservationId, workItemId, workerId, subject, contactUri, attributes,
                    Optional.empty(), false);
        }

        /** Whether it rings at the same place, and shows the same caller. */
        public boolean ringsAs(Offer other) {
            return contactUri.equals(other.contactUri) && from.equals(other.from);
        }
    }

    /** Rings the worker; in another manner when he is being rung for the same reservation. */
    void offer(Offer offer);

    /** The offer is over (timed out, item cancelled, taken by another): stop ringing. */
    void rescind(Offer offer);

    /** The item left its queue without a worker because its time ran off. */
    void expired(AccountId account, String subject, String workItemId);
}
