package org.jackfield.engine.work;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Where routing policies are kept. Every method joins the open unit of work. Thread-safe. */
public interface Policies {

    /**
     * False when the workspace has one of that name, in any case.
     *
     * @param queueIds the queues that it names: they cannot be deleted before it
     */
    boolean insert(PolicyDocument policy, Set<String> queueIds);

    /**
     * Writes it over the version before; false when another one has that name.
     *
     * @throws org.jackfield.engine.unit.ConflictException somebody else changed it meanwhile
     */
    boolean update(PolicyDocument policy, Set<String> queueIds);

    /** False when items that are not finished go by it. */
    boolean delete(AccountId account, String workspaceId, String policyId);

    Optional<PolicyDocument> find(AccountId account, String workspaceId, String policyId);

    /** Those of the ids that are the workspace's, in one read. */
    List<PolicyDocument> findAll(AccountId account, String workspaceId, Set<String> policyIds);

    /** By its name in any case or its id, in whatever workspace of the account. */
    Optional<PolicyDocument> findByNameOrId(AccountId account, String nameOrId);

    /** The workspace's policy with that id or that name in any case. */
    Optional<PolicyDocument> findIn(AccountId account, String workspaceId, String nameOrId);

    List<PolicyDocument> list(AccountId account, String workspaceId, Paging paging);

    /** Whether a policy of the workspace names the queue. */
    boolean names(AccountId account, String workspaceId, String queueId);
}
