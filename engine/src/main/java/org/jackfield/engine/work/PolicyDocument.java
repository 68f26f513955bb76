package org.jackfield.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/**
 * A routing policy as it was given. Texts, numbers, booleans, lists and maps in the shape that
 * {@link org.jackfield.engine.work.policy.PolicyReader} reads. {@code version} grows by one with each change.
 *
 * @param reservationTimeout how long its items are offered to a worker, where the queue does not say so
 * @param callback who is asked about each offer
 * @param round how often its items were to be evaluated anew
 */
public record PolicyDocument(AccountId account, String workspaceId, String id, String name, Map<String, ?> document,
        Optional<Duration> reservationTimeout, Callback callback, Instant created, Instant updated, int round,
        long version) {

    /** The address that is asked about each offer of its items, and the one for when it does not answer well. */
    public record Callback(Optional<String> url, Optional<String> fallback) {
        /** Nobody is asked. */
        public static final Callback NONE = new Callback(Optional.empty(), Optional.empty());
    }
}
