package org.jackfield.engine.work;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/**
 * Where workspaces and their activities are kept, and who owns which workspace. Every method joins the open unit of work.
 * Inserts and updates answer false when the name (regardless of case) is taken. Thread-safe.
 */
public interface Workspaces {

    boolean insert(Workspace workspace);

    boolean update(Workspace workspace);

    /** Deletes it with all that belongs to it; false when there is none. */
    boolean delete(AccountId account, String workspaceId);

    Optional<Workspace> find(AccountId account, String workspaceId);

    List<Workspace> list(AccountId account, Paging paging);

    boolean insert(Activity activity);

    /** Renames it. */
    boolean update(Activity activity);

    Optional<Activity> findActivity(AccountId account, String workspaceId, String activityId);

    /** Those of the ids that belong to one of the workspaces, in one read. */
    List<Activity> findActivities(AccountId account, Set<String> workspaceIds, Set<String> activityIds);

    List<Activity> listActivities(AccountId account, String workspaceId, Paging paging);

    /** Deletes it; false when there is none, or a worker, a queue or the workspace still uses it. */
    boolean deleteActivity(AccountId account, String workspaceId, String activityId);

    Optional<Ownership> owner(AccountId account, String workspaceId);

    /** Makes the node the owner under the next epoch, unless somebody else was quicker. */
    boolean takeOver(AccountId account, String workspaceId, Ownership expected, String node);

    /** Whether the ownership still holds; it cannot change hands until the open unit of work ends. */
    boolean holds(AccountId account, String workspaceId, Ownership ownership);

    /** The nodes that own workspaces, the empty name for nobody included: who takes over looks for the dead among them. */
    List<String> ownerNodes();

    /** A node's workspaces, of every account. */
    List<Owned> ownedBy(String node, Paging paging);

    /** A workspace and its owner. */
    record Owned(AccountId account, String workspaceId, Ownership ownership) {}
}
