package org.jackfield.engine.work;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Where queues are kept. Every method joins the open unit of work. Thread-safe. */
public interface Queues {

    /** False when the name (regardless of case) is taken in the workspace. */
    boolean insert(Queue queue);

    /** False when there is none of that id, or the name is taken. */
    boolean update(Queue queue);

    /** False when there is none, or items that are not finished belong to it. */
    boolean delete(AccountId account, String workspaceId, String queueId);

    Optional<Queue> find(AccountId account, String workspaceId, String queueId);

    /** Those of the ids that are the workspace's, in one read. */
    List<Queue> findAll(AccountId account, String workspaceId, Set<String> queueIds);

    /** The queue with that id or that name (regardless of case) in the oldest of the account's workspaces that has one. */
    Optional<Queue> findByNameOrId(AccountId account, String nameOrId);

    /** The workspace's queue with that id or that name (regardless of case). */
    Optional<Queue> findIn(AccountId account, String workspaceId, String nameOrId);

    List<Queue> list(AccountId account, String workspaceId, Paging paging);

    /** As {@link #list}, what was changed first first; pages start after the text of a {@code TimedId}. */
    List<Queue> listByUpdate(AccountId account, String workspaceId, Paging paging);
}
