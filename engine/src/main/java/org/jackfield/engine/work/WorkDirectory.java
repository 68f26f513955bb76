package org.jackfield.engine.work;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Sets workspaces, activities, workers and queues up over the stores. */
public final class WorkDirectory implements WorkAdministration {

    private static final int LONGEST_REACH = 50;

    private final WorkStores stores;
    private final WorkRuntime runtime;
    private final WorkspaceOwners owners;
    private final WorkItemDecider decider;
    private final WorkerOffers offers;

    public WorkDirectory(WorkStores stores, WorkRuntime runtime, WorkNeighbours neighbours, WorkSettings settings,
            WorkspaceOwners owners) {
        this.stores = stores;
        this.runtime = runtime;
        this.owners = owners;
        this.decider = new WorkItemDecider(settings);
        this.offers = new WorkerOffers(stores, runtime,
                new WorkWriter(stores, runtime, neighbours, owners::signal));
    }

    @Override
    public Workspace createWorkspace(AccountId account, String name) {
        Checks.name(name);
        return runtime.unit().run(() -> {
            String id = runtime.ids().next(IdPrefix.WORKSPACE);
            Activity offline = activity(account, id, "Offline", false);
            Workspace workspace = new Workspace(account, id, name, offline.id(), Optional.empty(),
                    Workspace.Manner.USUAL, now());
            Checks.taken(!stores.workspaces().insert(workspace), name);
            List.of(offline, activity(account, id, "Available", true), activity(account, id, "Unavailable", false))
                    .forEach(stores.workspaces()::insert);
            Medium.PRESETS.forEach(preset -> stores.media().insert(medium(account, id, preset)));
            changed(account, id, WorkSignals.Kind.QUEUE, "");
            return workspace;
        });
    }

    @Override
    public Workspace updateWorkspace(AccountId account, String workspaceId, WorkspaceChange change) {
        change.name().ifPresent(Checks::name);
        return runtime.unit().run(() -> {
            Workspace before = workspace(account, workspaceId);
            change.defaultActivity().ifPresent(id -> requireActivity(account, workspaceId, id));
            change.timeoutActivity().flatMap(id -> id).ifPresent(id -> requireActivity(account, workspaceId, id));
            Workspace after = new Workspace(account, workspaceId, change.name().orElse(before.name()),
                    change.defaultActivity().orElse(before.defaultActivity()),
                    change.timeoutActivity().orElse(before.timeoutActivity()), change.manner().orElse(before.manner()),
                    before.created());
            Checks.taken(!stores.workspaces().update(after), after.name());
            if (!after.manner().equals(before.manner())) {
                changed(account, workspaceId, WorkSignals.Kind.QUEUE, "");
            }
            return after;
        });
    }

    @Override
    public void deleteWorkspace(AccountId account, String workspaceId) {
        runtime.unit().run(() -> {
            workspace(account, workspaceId);
            Checks.inUse(!stores.items()
                    .listOpen(account, workspaceId, Paging.first(1))
                    .isEmpty(), "the workspace has work items that are not finished");
            stores.workspaces().delete(account, workspaceId);
            changed(account, workspaceId, WorkSignals.Kind.QUEUE, "");
        });
    }

    @Override
    public Activity createActivity(AccountId account, String workspaceId, String name, boolean available) {
        Checks.name(name);
        return runtime.unit().run(() -> {
            workspace(account, workspaceId);
            Activity activity = activity(account, workspaceId, name, available);
            Checks.taken(!stores.workspaces().insert(activity), name);
            return activity;
        });
    }

    @Override
    public Activity renameActivity(AccountId account, String workspaceId, String activityId, String name) {
        Checks.name(name);
        return runtime.unit().run(() -> {
            Activity before = Checks.known(stores.workspaces().findActivity(account, workspaceId, activityId),
                    "activity", activityId);
            Activity after = new Activity(account, workspaceId, activityId, name, before.available());
            Checks.taken(!stores.workspaces().update(after), name);
            changed(account, workspaceId, WorkSignals.Kind.WORKER, "");
            return after;
        });
    }

    @Override
    public void deleteActivity(AccountId account, String workspaceId, String activityId) {
        runtime.unit().run(() -> {
            Checks.known(stores.workspaces().findActivity(account, workspaceId, activityId), "activity", activityId);
            Checks.inUse(!stores.workspaces().deleteActivity(account, workspaceId, activityId),
                    "a worker, a queue or the workspace uses the activity");
        });
    }

    @Override
    public Worker createWorker(AccountId account, String workspaceId, NewWorker asked) {
        Checks.name(asked.name());
        Checks.capacities(asked.capacities());
        Map<String, Object> attributes = AttributeMaps.checked(asked.attributes());
        return runtime.unit().run(() -> {
            Workspace workspace = workspace(account, workspaceId);
            String activity = asked.activityId().orElse(workspace.defaultActivity());
            requireActivity(account, workspaceId, activity);
            Worker worker = new Worker(account, workspaceId, runtime.ids().next(IdPrefix.WORKER), asked.name(),
                    activity, attributes, asked.capacities(), Set.of(), now(), now(), Optional.empty(), 1);
            Checks.taken(!stores.workers().insert(worker), asked.name());
            began(worker);
            changed(account, workspaceId, WorkSignals.Kind.WORKER, worker.id());
            return worker;
        });
    }

    @Override
    public Worker updateWorker(AccountId account, String workspaceId, String workerId, WorkerChange change) {
        change.name().ifPresent(Checks::name);
        Optional<Map<String, Object>> attributes = change.attributes().map(AttributeMaps::checked);
        return runtime.unit().run(() -> {
            Checks.known(stores.workers().find(account, workspaceId, workerId), "worker", workerId);
            change.activityId().ifPresent(id -> requireActivity(account, workspaceId, id));
            if (change.rejectsOffers()) {
                rejectOffers(account, workspaceId, workerId, change);
            }
            Worker before = Checks.known(stores.workers().lock(account, workspaceId, workerId), "worker", workerId);
            Worker after = changed(before, change, attributes);
            stores.workers().update(after);
            if (!after.activityId().equals(before.activityId())) {
                runtime.events().append(WorkEvents.activityChanged(after, before));
                began(after);
            }
            changed(account, workspaceId, WorkSignals.Kind.WORKER, workerId);
            return after;
        });
    }

    @Override
    public void deleteWorker(AccountId account, String workspaceId, String workerId) {
        runtime.unit().run(() -> {
            Worker worker = Checks.known(stores.workers().find(account, workspaceId, workerId), "worker", workerId);
            offers.end(account, workerId, decider::rescind);
            Checks.inUse(offers.hasAny(account, workerId), "the worker has work that is not finished");
            stores.figures().spans().end(worker.employee(), now());
            stores.workers().delete(account, workspaceId, workerId);
            changed(account, workspaceId, WorkSignals.Kind.WORKER, workerId);
        });
    }

    @Override
    public Queue createQueue(AccountId account, String workspaceId, QueueSpec spec) {
        return runtime.unit().run(() -> {
            workspace(account, workspaceId);
            Queue queue = queue(account, workspaceId, runtime.ids().next(IdPrefix.QUEUE), spec);
            Checks.taken(!stores.queues().insert(queue), spec.name());
            changed(account, workspaceId, WorkSignals.Kind.QUEUE, queue.id());
            return queue;
        });
    }

    @Override
    public Queue updateQueue(AccountId account, String workspaceId, String queueId, QueueSpec spec) {
        return runtime.unit().run(() -> {
            Checks.known(stores.queues().find(account, workspaceId, queueId), "queue", queueId);
            Queue queue = queue(account, workspaceId, queueId, spec);
            Checks.taken(!stores.queues().update(queue), spec.name());
            changed(account, workspaceId, WorkSignals.Kind.QUEUE, queueId);
            return queue;
        });
    }

    @Override
    public void deleteQueue(AccountId account, String workspaceId, String queueId) {
        runtime.unit().run(() -> {
            Checks.known(stores.queues().find(account, workspaceId, queueId), "queue", queueId);
            Checks.inUse(stores.policies().names(account, workspaceId, queueId), "a routing policy names the queue");
            Checks.inUse(!stores.queues().delete(account, workspaceId, queueId),
                    "the queue has work items that are not finished");
            changed(account, workspaceId, WorkSignals.Kind.QUEUE, queueId);
        });
    }

    private Worker changed(Worker before, WorkerChange change, Optional<Map<String, Object>> attributes) {
        Worker after = new Worker(before.account(), before.workspaceId(), before.id(),
                change.name().orElse(before.name()), before.activityId(), attributes.orElse(before.attributes()),
                before.capacities(), before.closedMedia(), before.statusChanged(), before.idleSince(),
                before.pausedUntil(), before.version() + 1);
        return change.activityId()
                .filter(id -> !id.equals(before.activityId()))
                .map(id -> after.inActivity(id, now()))
                .orElse(after);
    }

    /** Items are locked before workers, so this comes before his own row is. */
    private void rejectOffers(AccountId account, String workspaceId, String workerId, WorkerChange change) {
        boolean leaves = change.activityId()
                .flatMap(id -> stores.workspaces().findActivity(account, workspaceId, id))
                .filter(activity -> !activity.available())
                .isPresent();
        if (!leaves) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "offers are rejected only together with an activity that is not available");
        }
        offers.end(account, workerId, (view, now) -> decider.decline(view, WorkItemDecider.WORKER_LEAVES, now));
    }

    private void began(Worker worker) {
        stores.figures().spans().begin(worker.employee(), worker.activityId(), worker.statusChanged());
    }

    private Queue queue(AccountId account, String workspaceId, String id, QueueSpec spec) {
        Checks.name(spec.name());
        Checks.targets(spec.targetWorkers());
        Checks.reach(spec.maxReserved(), LONGEST_REACH);
        Checks.times(spec.reservationTimeout(), spec.wrapUpTime());
        Stream.of(spec.moves().whenReserved(), spec.moves().whenAssigned())
                .flatMap(Optional::stream)
                .forEach(activity -> requireActivity(account, workspaceId, activity));
        return new Queue(account, workspaceId, id, spec.name(), spec.targetWorkers(), spec.order(), spec.maxReserved(),
                spec.reservationTimeout(), spec.wrapUpTime(), spec.moves(), now().truncatedTo(ChronoUnit.MICROS));
    }

    private Workspace workspace(AccountId account, String workspaceId) {
        return Checks.known(stores.workspaces().find(account, workspaceId), "workspace", workspaceId);
    }

    private void requireActivity(AccountId account, String workspaceId, String activityId) {
        Checks.known(stores.workspaces().findActivity(account, workspaceId, activityId), "activity", activityId);
    }

    private Activity activity(AccountId account, String workspaceId, String name, boolean available) {
        return new Activity(account, workspaceId, runtime.ids().next(IdPrefix.ACTIVITY), name, available);
    }

    private Medium medium(AccountId account, String workspaceId, Medium.Preset preset) {
        return new Medium(account, workspaceId, runtime.ids().next(IdPrefix.MEDIUM), preset.name(),
                preset.uniqueName(), true, now(), now());
    }

    private void changed(AccountId account, String workspaceId, WorkSignals.Kind kind, String id) {
        WorkSignals.Signal signal = new WorkSignals.Signal(account, workspaceId, kind, id);
        runtime.unit().afterCommit(() -> owners.signal(signal));
    }

    private Instant now() {
        return runtime.clock().instant();
    }
}
