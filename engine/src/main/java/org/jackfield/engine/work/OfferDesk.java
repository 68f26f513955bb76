package org.jackfield.engine.work;

import java.util.Map;
import org.jackfield.engine.tenant.AccountId;

/**
 * Reaches a worker for a reservation: for voice, rings his phone. Implemented where the medium lives
 * ({@code engine.call}). Called after the commit that made the reservation; returns at once; what comes of it is told to
 * {@link WorkDistribution}.
 */
public interface OfferDesk {

    /**
     * A worker is offered a work item. {@code subject} is the call that waits; {@code contactUri} is where the worker's
     * leg rings.
     */
    record Offer(AccountId account, String workspaceId, String reservationId, String workItemId, String workerId,
            String subject, String contactUri, Map<String, ?> attributes) {
        public Offer {
            attributes = Map.copyOf(attributes);
        }
    }

    /** Rings the worker. */
    void offer(Offer offer);

    /** The offer is over (timed out, item cancelled, taken by another): stop ringing. */
    void rescind(Offer offer);

    /** The item left its queue without a worker because its time ran off. */
    void expired(AccountId account, String subject, String workItemId);
}
