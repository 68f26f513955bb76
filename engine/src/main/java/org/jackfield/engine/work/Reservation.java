package org.jackfield.engine.work;

import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/** One offer of one item to one worker, and what came of it. While it is pending it runs off at {@code expires}. */
public record Reservation(AccountId account, String workspaceId, String id, String workItemId, String workerId,
        String medium, ReservationState state, Instant created, Instant changed, Instant expires, Ringing ringing) {

    /** In the usual manner. */
    public Reservation(AccountId account, String workspaceId, String id, String workItemId, String workerId,
            String medium, ReservationState state, Instant created, Instant changed, Instant expires) {
        this(account, workspaceId, id, workItemId, workerId, medium, state, created, changed, expires, Ringing.USUAL);
    }

    /**
     * How the worker of a call that waits is rung, and what he does afterwards.
     *
     * @param from who is shown to him; usually the caller
     * @param to where it rings; usually his contact address
     * @param records whether the conversation is recorded, even where the flow does not say so
     * @param postActivity where he is moved when the item is completed
     */
    public record Ringing(Optional<String> from, Optional<String> to, boolean records, Optional<String> postActivity) {
        /** As the flow says. */
        public static final Ringing USUAL = new Ringing(Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    Reservation moved(ReservationState next, Instant now) {
        return new Reservation(account, workspaceId, id, workItemId, workerId, medium, next, created, now, expires,
                ringing);
    }

    Reservation rung(Ringing other, Instant until, Instant now) {
        return new Reservation(account, workspaceId, id, workItemId, workerId, medium, state, created, now, until,
                other);
    }
}
