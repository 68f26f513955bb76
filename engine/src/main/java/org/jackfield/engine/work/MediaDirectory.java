package org.jackfield.engine.work;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Sets media and the workers' shares of them up over the stores. */
public final class MediaDirectory implements MediaAdministration {

    private final WorkStores stores;
    private final WorkRuntime runtime;
    private final WorkspaceOwners owners;

    public MediaDirectory(WorkStores stores, WorkRuntime runtime, WorkspaceOwners owners) {
        this.stores = stores;
        this.runtime = runtime;
        this.owners = owners;
    }

    @Override
    public Medium create(AccountId account, String workspaceId, MediumSpec spec) {
        Checks.name(spec.name());
        Checks.name(spec.uniqueName());
        return runtime.unit().run(() -> {
            Checks.known(stores.workspaces().find(account, workspaceId), "workspace", workspaceId);
            requireRoom(account, workspaceId);
            Medium medium = new Medium(account, workspaceId, runtime.ids().next(IdPrefix.MEDIUM), spec.name(),
                    spec.uniqueName(), spec.longestIdleFirst(), now(), now());
            Checks.taken(!stores.media().insert(medium), spec.uniqueName());
            runtime.events().append(WorkEvents.mediumCreated(medium));
            return medium;
        });
    }

    @Override
    public Medium update(AccountId account, String workspaceId, String mediumId, MediumChange change) {
        change.name().ifPresent(Checks::name);
        return runtime.unit().run(() -> {
            Medium before = medium(account, workspaceId, mediumId);
            Medium after = new Medium(account, workspaceId, mediumId, change.name().orElse(before.name()),
                    before.uniqueName(), change.longestIdleFirst().orElse(before.longestIdleFirst()),
                    before.created(), now());
            stores.media().update(after);
            runtime.events().append(WorkEvents.mediumUpdated(after));
            return after;
        });
    }

    @Override
    public void delete(AccountId account, String workspaceId, String mediumId) {
        runtime.unit().run(() -> {
            Medium medium = medium(account, workspaceId, mediumId);
            Checks.inUse(Medium.isNeeded(medium.uniqueName()),
                    "calls and items that name no medium need '" + medium.uniqueName() + "'");
            Checks.inUse(!stores.media().delete(account, workspaceId, mediumId),
                    "work items that are not finished have the medium '" + medium.uniqueName() + "'");
            runtime.events().append(WorkEvents.mediumDeleted(medium));
        });
    }

    @Override
    public Worker changeShare(AccountId account, String workspaceId, String workerId, ShareChange change) {
        return runtime.unit().run(() -> {
            Medium medium = medium(account, workspaceId, change.mediumId());
            Worker before = Checks.known(stores.workers().lock(account, workspaceId, workerId), "worker", workerId);
            Worker after = before.withShares(capacities(before, medium, change), closed(before, medium, change));
            stores.workers().update(after);
            tell(before, after, medium);
            WorkSignals.Signal signal = new WorkSignals.Signal(account, workspaceId, WorkSignals.Kind.WORKER, workerId);
            runtime.unit().afterCommit(() -> owners.signal(signal));
            return after;
        });
    }

    private static Map<String, Integer> capacities(Worker before, Medium medium, ShareChange change) {
        Map<String, Integer> capacities = new HashMap<>(before.capacities());
        change.capacity().ifPresent(capacity -> capacities.put(medium.uniqueName(), capacity));
        Checks.capacities(capacities);
        return capacities;
    }

    private static Set<String> closed(Worker before, Medium medium, ShareChange change) {
        Set<String> closed = new HashSet<>(before.closedMedia());
        change.open().ifPresent(open -> {
            if (open) {
                closed.remove(medium.uniqueName());
            } else {
                closed.add(medium.uniqueName());
            }
        });
        return closed;
    }

    private void tell(Worker before, Worker after, Medium medium) {
        String name = medium.uniqueName();
        if (before.capacity(name) != after.capacity(name)) {
            runtime.events().append(WorkEvents.capacityChanged(after, name, before.capacity(name)));
        }
        if (before.closedMedia().contains(name) != after.closedMedia().contains(name)) {
            runtime.events().append(WorkEvents.availabilityChanged(after, name));
        }
    }

    private void requireRoom(AccountId account, String workspaceId) {
        if (stores.media().list(account, workspaceId, Paging.first(MOST)).size() >= MOST) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER, "a workspace has at most " + MOST + " media");
        }
    }

    private Medium medium(AccountId account, String workspaceId, String mediumId) {
        return Checks.known(stores.media().find(account, workspaceId, mediumId), "medium", mediumId);
    }

    private Instant now() {
        return runtime.clock().instant();
    }
}
