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
 */
public record PolicyDocument(AccountId account, String workspaceId, String id, String name, Map<String, ?> document,
        Optional<Duration> reservationTimeout, Instant created, Instant updated, long version) {}
