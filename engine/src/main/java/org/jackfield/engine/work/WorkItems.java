package org.jackfield.engine.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Where work items are kept. Every method joins the open unit of work. Thread-safe. */
public interface WorkItems {

    void insert(WorkItem item);

    /**
     * Writes an item over the version before.
     *
     * @throws org.jackfield.engine.unit.ConflictException somebody else changed it meanwhile
     */
    void update(WorkItem item);

    /**
     * As {@link #update}, all of them or none.
     *
     * @throws org.jackfield.engine.unit.ConflictException somebody else changed one of them meanwhile
     */
    default void updateAll(List<WorkItem> items) {
        items.forEach(this::update);
    }

    /** As {@link #update}, its origin too. */
    void amend(WorkItem item);

    /** Takes it away with its reservations; false when there is none. */
    boolean delete(AccountId account, String workItemId);

    Optional<WorkItem> find(AccountId account, String workItemId);

    /** As {@link #find}; nobody else changes it until the open unit of work ends. */
    Optional<WorkItem> lock(AccountId account, String workItemId);

    /** As {@link #lock}, the item of that reservation. */
    Optional<WorkItem> lockByReservation(AccountId account, String reservationId);

    /** Those of the ids that are the account's, in one read. */
    List<WorkItem> findAll(AccountId account, Set<String> workItemIds);

    /** As {@link #findAll}; nobody else changes them until the open unit of work ends. They are locked in the order of their ids. */
    List<WorkItem> lockAll(AccountId account, Set<String> workItemIds);

    /** The subject's item that is not finished. */
    Optional<WorkItem> findOpen(AccountId account, String subject);

    List<WorkItem> list(AccountId account, String workspaceId, Paging paging);

    /** The workspace's items that are not finished. */
    List<WorkItem> listOpen(AccountId account, String workspaceId, Paging paging);

    /**
     * Takes the oldest place that a lost item of the caller kept in the queue since the given instant; it is given once.
     */
    Optional<Instant> takePlace(AccountId account, String queueId, String caller, Instant since);
}
