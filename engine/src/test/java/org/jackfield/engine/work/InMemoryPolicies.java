package org.jackfield.engine.work;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.ConflictException;

/** Routing policies in memory. */
final class InMemoryPolicies implements Policies {

    private record Kept(PolicyDocument policy, Set<String> queueIds) {}

    private final Map<String, Kept> policies = new ConcurrentHashMap<>();
    private final Predicate<PolicyDocument> used;

    InMemoryPolicies(Predicate<PolicyDocument> used) {
        this.used = used;
    }

    void removeAllOf(Workspace workspace) {
        policies.values().removeIf(kept -> kept.policy().workspaceId().equals(workspace.id()));
    }

    @Override
    public boolean insert(PolicyDocument policy, Set<String> queueIds) {
        return !isNameTaken(policy) && policies.put(policy.id(), new Kept(policy, Set.copyOf(queueIds))) == null;
    }

    @Override
    public boolean update(PolicyDocument policy, Set<String> queueIds) {
        if (isNameTaken(policy)) {
            return false;
        }
        Kept before = policies.get(policy.id());
        if (before == null || before.policy().version() + 1 != policy.version()) {
            throw new ConflictException(policy.id() + " was changed by somebody else");
        }
        policies.put(policy.id(), new Kept(policy, Set.copyOf(queueIds)));
        return true;
    }

    @Override
    public boolean delete(AccountId account, String workspaceId, String policyId) {
        return find(account, workspaceId, policyId).filter(used.negate())
                .map(policy -> policies.remove(policy.id()))
                .isPresent();
    }

    @Override
    public Optional<PolicyDocument> find(AccountId account, String workspaceId, String policyId) {
        return in(account, workspaceId).filter(policy -> policy.id().equals(policyId)).findFirst();
    }

    @Override
    public List<PolicyDocument> findAll(AccountId account, String workspaceId, Set<String> policyIds) {
        return in(account, workspaceId).filter(policy -> policyIds.contains(policy.id())).toList();
    }

    @Override
    public Optional<PolicyDocument> findByNameOrId(AccountId account, String nameOrId) {
        return policies.values()
                .stream()
                .map(Kept::policy)
                .filter(policy -> policy.account().equals(account))
                .filter(policy -> policy.id().equals(nameOrId) || policy.name().equalsIgnoreCase(nameOrId))
                .min(Comparator.comparing(PolicyDocument::workspaceId));
    }

    @Override
    public Optional<PolicyDocument> findIn(AccountId account, String workspaceId, String nameOrId) {
        return in(account, workspaceId)
                .filter(policy -> policy.id().equals(nameOrId) || policy.name().equalsIgnoreCase(nameOrId))
                .findFirst();
    }

    @Override
    public List<PolicyDocument> list(AccountId account, String workspaceId, Paging paging) {
        Comparator<PolicyDocument> order = Comparator.comparing(PolicyDocument::id);
        List<PolicyDocument> page = in(account, workspaceId)
                .filter(policy -> paging.backwards()
                        ? policy.id().compareTo(paging.after()) < 0
                        : policy.id().compareTo(paging.after()) > 0)
                .sorted(paging.backwards() ? order.reversed() : order)
                .limit(paging.limit())
                .toList();
        return paging.backwards() ? page.reversed() : page;
    }

    @Override
    public boolean names(AccountId account, String workspaceId, String queueId) {
        return policies.values()
                .stream()
                .filter(kept -> kept.policy().account().equals(account)
                        && kept.policy().workspaceId().equals(workspaceId))
                .anyMatch(kept -> kept.queueIds().contains(queueId));
    }

    private boolean isNameTaken(PolicyDocument policy) {
        return in(policy.account(), policy.workspaceId())
                .anyMatch(other -> other.name().equalsIgnoreCase(policy.name()) && !other.id().equals(policy.id()));
    }

    private Stream<PolicyDocument> in(AccountId account, String workspaceId) {
        return policies.values()
                .stream()
                .map(Kept::policy)
                .filter(policy -> policy.account().equals(account) && policy.workspaceId().equals(workspaceId));
    }
}
