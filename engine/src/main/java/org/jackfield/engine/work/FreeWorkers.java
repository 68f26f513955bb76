package org.jackfield.engine.work;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jackfield.engine.tenant.AccountId;

/**
 * Workers that nobody else changes until the open unit of work ends, as they are in their rows: who of them may be offered an item.
 * Used by one thread.
 */
final class FreeWorkers {

    private final Map<String, Worker> workers;
    private final Set<String> availableActivities;
    private final Map<String, Map<String, Integer>> open;
    private final boolean oneAtATime;
    private final Instant now;

    private FreeWorkers(Map<String, Worker> workers, Set<String> availableActivities,
            Map<String, Map<String, Integer>> open, boolean oneAtATime, Instant now) {
        this.workers = workers;
        this.availableActivities = availableActivities;
        this.open = open;
        this.oneAtATime = oneAtATime;
        this.now = now;
    }

    static FreeWorkers lock(Workspaces.Owned owned, WorkStores stores, Set<String> workerIds, Instant now) {
        AccountId account = owned.account();
        String workspace = owned.workspaceId();
        Map<String, Worker> workers = stores.workers()
                .lockAll(account, workspace, workerIds)
                .stream()
                .collect(Collectors.toMap(Worker::id, Function.identity()));
        Set<String> available = stores.workspaces()
                .findActivities(account, Set.of(workspace),
                        workers.values().stream().map(Worker::activityId).collect(Collectors.toSet()))
                .stream()
                .filter(Activity::available)
                .map(Activity::id)
                .collect(Collectors.toSet());
        Map<String, Map<String, Integer>> open = stores.workers().openByMedium(account, workspace, workerIds);
        boolean oneAtATime = !open.isEmpty() && stores.workspaces()
                .find(account, workspace)
                .filter(found -> found.manner().oneAtATime())
                .isPresent();
        return new FreeWorkers(workers, available, open, oneAtATime, now);
    }

    /** The worker, when he is available, does not pause, and has room for the item. */
    Optional<Worker> of(String workerId, WorkItem.Origin item) {
        return Optional.ofNullable(workers.get(workerId))
                .filter(worker -> worker.pausedUntil().filter(now::isBefore).isEmpty())
                .filter(worker -> availableActivities.contains(worker.activityId()))
                .filter(worker -> hasRoom(worker, item));
    }

    /** Who takes none of the medium at all is not asked even where the capacity does not matter. */
    private boolean hasRoom(Worker worker, WorkItem.Origin item) {
        if (item.ignoresCapacity() || !worker.takes(item.medium())) {
            return worker.takes(item.medium());
        }
        Map<String, Integer> has = open.getOrDefault(worker.id(), Map.of());
        return has.isEmpty() || (has.getOrDefault(item.medium(), 0) < worker.capacity(item.medium()) && !oneAtATime);
    }
}
