package org.jackfield.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.policy.PolicyProblem;

/** Sets routing policies up over the stores; nothing is saved that could not be followed. */
public final class PolicyDirectory implements PolicyAdministration {

    private final WorkStores stores;
    private final WorkRuntime runtime;
    private final WorkspaceOwners owners;
    private final PolicyShelf shelf;

    public PolicyDirectory(WorkStores stores, WorkRuntime runtime, WorkspaceOwners owners) {
        this.stores = stores;
        this.runtime = runtime;
        this.owners = owners;
        this.shelf = new PolicyShelf(stores);
    }

    @Override
    public Saved create(AccountId account, String workspaceId, PolicySpec spec) {
        check(spec);
        return runtime.unit().run(() -> {
            Checks.known(stores.workspaces().find(account, workspaceId), "workspace", workspaceId);
            PolicyShelf.Reading reading = read(account, workspaceId, spec.document());
            Instant now = runtime.clock().instant();
            PolicyDocument policy = new PolicyDocument(account, workspaceId,
                    runtime.ids().next(IdPrefix.ROUTING_POLICY), spec.name(), spec.document(),
                    spec.reservationTimeout(), spec.callback(), now, now, 0, 1);
            Checks.taken(!stores.policies().insert(policy, reading.queueIds()), spec.name());
            return new Saved(policy, reading.of().warnings());
        });
    }

    @Override
    public Saved update(AccountId account, String workspaceId, String policyId, PolicySpec spec) {
        check(spec);
        return runtime.unit().run(() -> {
            PolicyDocument before = policy(account, workspaceId, policyId);
            PolicyShelf.Reading reading = read(account, workspaceId, spec.document());
            PolicyDocument after = new PolicyDocument(account, workspaceId, policyId, spec.name(), spec.document(),
                    spec.reservationTimeout(), spec.callback(), before.created(), runtime.clock().instant(),
                    before.round() + (spec.evaluatesAnew() ? 1 : 0), before.version() + 1);
            Checks.taken(!stores.policies().update(after, reading.queueIds()), spec.name());
            WorkSignals.Signal signal = new WorkSignals.Signal(account, workspaceId, WorkSignals.Kind.QUEUE, "");
            runtime.unit().afterCommit(() -> owners.signal(signal));
            return new Saved(after, reading.of().warnings());
        });
    }

    @Override
    public void delete(AccountId account, String workspaceId, String policyId) {
        runtime.unit().run(() -> {
            policy(account, workspaceId, policyId);
            Checks.inUse(!stores.policies().delete(account, workspaceId, policyId),
                    "work items that are not finished go by the policy");
        });
    }

    private PolicyDocument policy(AccountId account, String workspaceId, String policyId) {
        return Checks.known(stores.policies().find(account, workspaceId, policyId), "routing policy", policyId);
    }

    private static void check(PolicySpec spec) {
        Checks.name(spec.name());
        Checks.times(spec.reservationTimeout(), Optional.<Duration>empty());
        Checks.callback(spec.callback());
        AttributeMaps.checked(spec.document());
    }

    private PolicyShelf.Reading read(AccountId account, String workspaceId, Map<String, ?> document) {
        PolicyShelf.Reading reading = shelf.read(account, workspaceId, document);
        List<PolicyProblem> problems = reading.of().problems();
        if (!problems.isEmpty()) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    problems.stream().map(PolicyDirectory::words).collect(Collectors.joining(" ")));
        }
        return reading;
    }

    private static String words(PolicyProblem problem) {
        return "%s: %s %s %s".formatted(problem.path(), problem.code().cause(), problem.detail(),
                problem.code().remedy());
    }
}
