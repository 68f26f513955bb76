package org.jackfield.engine.work;

import java.time.Instant;
import org.jackfield.engine.tenant.AccountId;

/** One offer of one item to one worker, and what came of it. While it is pending it runs off at {@code expires}. */
public record Reservation(AccountId account, String workspaceId, String id, String workItemId, String workerId,
        String medium, ReservationState state, Instant created, Instant changed, Instant expires) {

    Reservation moved(ReservationState next, Instant now) {
        return new Reservation(account, workspaceId, id, workItemId, workerId, medium, next, created, now, expires);
    }
}
