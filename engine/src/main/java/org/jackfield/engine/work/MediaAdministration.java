package org.jackfield.engine.work;

import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/**
 * How media are set up, and how much of each a worker takes. Joins an open unit of work. Thread-safe.
 *
 * <p>
 * All methods throw {@link org.jackfield.engine.error.DomainException}: NOT_FOUND for an unknown or foreign id,
 * INVALID_PARAMETER with what is wrong, CONFLICT when a name is taken or the medium is in use.
 */
public interface MediaAdministration {

    /** The most media that a workspace may have. */
    int MOST = 100;

    Medium create(AccountId account, String workspaceId, MediumSpec spec);

    /** The unique name stays: items go by it. */
    Medium update(AccountId account, String workspaceId, String mediumId, MediumChange change);

    /** Refused for what the platform itself needs, and while items of it are not finished. */
    void delete(AccountId account, String workspaceId, String mediumId);

    /**
     * Changes how many items of the medium the worker may have at once, and whether he takes any now. What he has
     * stays with him: with a capacity below it he gets no more until he is below the capacity.
     */
    Worker changeShare(AccountId account, String workspaceId, String workerId, ShareChange change);

    /** A medium to be. */
    record MediumSpec(String name, String uniqueName, boolean longestIdleFirst) {}

    /** What to change of a medium; empty leaves it. */
    record MediumChange(Optional<String> name, Optional<Boolean> longestIdleFirst) {}

    /** What to change of a worker's share of the medium of that id; empty leaves it. */
    record ShareChange(String mediumId, Optional<Integer> capacity, Optional<Boolean> open) {}
}
