package org.jackfield.engine.people;

import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/**
 * A person of an account. Names are unique within the account whatever their case.
 *
 * @param worker the worker that he is, for agents
 */
public record User(AccountId account, String id, String name, Role role, Optional<WorkerOf> worker,
        PasswordHash password, Instant created, Instant updated) {

    /** A worker and the workspace that it belongs to. */
    public record WorkerOf(String workspaceId, String workerId) {}

    /** The same person in another role, perhaps as another worker. */
    public User as(Role newRole, Optional<WorkerOf> newWorker, Instant now) {
        return new User(account, id, name, newRole, newWorker, password, created, now);
    }

    /** The same person with another password. */
    public User with(PasswordHash newPassword, Instant now) {
        return new User(account, id, name, role, worker, newPassword, created, now);
    }
}
