package org.jackfield.engine.work;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/**
 * Where workers are kept. Every method joins the open unit of work. Thread-safe.
 */
public interface Workers {

    /** False when the name (regardless of case) is taken in the workspace. */
    boolean insert(Worker worker);

    /**
     * Writes a worker over the version before.
     *
     * @throws org.jackfield.engine.unit.ConflictException somebody else changed him meanwhile
     */
    void update(Worker worker);

    boolean delete(AccountId account, String workspaceId, String workerId);

    Optional<Worker> find(AccountId account, String workspaceId, String workerId);

    /** As {@link #find}; nobody else changes him until the open unit of work ends. */
    Optional<Worker> lock(AccountId account, String workspaceId, String workerId);

    /** The one of that name (regardless of case). */
    Optional<Worker> findByName(AccountId account, String workspaceId, String name);

    /** Those of the ids that are the workspace's, in one read. */
    List<Worker> findAll(AccountId account, String workspaceId, Set<String> workerIds);

    /** As {@link #findAll}; nobody else changes them until the open unit of work ends. They are locked in the order of their ids. */
    List<Worker> lockAll(AccountId account, String workspaceId, Set<String> workerIds);

    List<Worker> list(AccountId account, String workspaceId, Paging paging);

    /** As {@link #list}, whose status changed first first; pages start after the text of a {@code TimedId}. */
    List<Worker> listByStatusChange(AccountId account, String workspaceId, Paging paging);

    /**
     * Those of all workspaces whose {@link Worker#CONTACT_URI} is the one text or starts with the other, by their ids; at most
     * {@link Paging#MOST}.
     */
    List<Worker> findByContact(AccountId account, String exactly, String start);

    /** How many reservations each of the workers has open, by medium, in one read; who has none is left out. */
    Map<String, Map<String, Integer>> openByMedium(AccountId account, String workspaceId, Set<String> workerIds);

    /** How many reservations the worker has open, by medium. */
    default Map<String, Integer> openByMedium(AccountId account, String workspaceId, String workerId) {
        return openByMedium(account, workspaceId, Set.of(workerId)).getOrDefault(workerId, Map.of());
    }
}
