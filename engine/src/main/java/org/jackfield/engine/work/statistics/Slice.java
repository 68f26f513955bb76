package org.jackfield.engine.work.statistics;

import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.tenant.AccountId;

/**
 * What of a workspace is counted: all of it, or some queues, policies or workers; of all media, or one.
 *
 * @param ids which ones; of no meaning for the whole workspace
 */
public record Slice(AccountId account, String workspaceId, Part part, Set<String> ids, Optional<String> medium) {

    /** What the ids name. */
    public enum Part {
        WORKSPACE,
        QUEUES,
        POLICIES,
        WORKERS
    }

    public Slice {
        ids = Set.copyOf(ids);
    }

    /** The whole workspace. */
    public static Slice ofAll(AccountId account, String workspaceId, Optional<String> medium) {
        return new Slice(account, workspaceId, Part.WORKSPACE, Set.of(), medium);
    }

    /** The same medium, of these alone. */
    public Slice only(Part which, Set<String> wanted) {
        return new Slice(account, workspaceId, which, wanted, medium);
    }
}
