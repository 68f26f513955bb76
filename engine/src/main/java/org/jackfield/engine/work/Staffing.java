package org.jackfield.engine.work;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.match.Candidate;
import org.jackfield.engine.work.match.Matcher;

/**
 * Who serves a queue, whatever he does now. On the node that owns the workspace its index answers, which follows the rows
 * within moments; on another node a queue with a condition costs one reading of the workspace's workers, a page at a time. Joins
 * the open unit of work. Thread-safe.
 */
public final class Staffing {

    private final WorkStores stores;
    private final WorkspaceOwners owners;

    public Staffing(WorkStores stores, WorkspaceOwners owners) {
        this.stores = stores;
        this.owners = owners;
    }

    /** How many workers of each queue are in which activity, by the ids of queues and activities. */
    public Map<String, Map<String, Integer>> byActivity(AccountId account, String workspaceId, List<Queue> queues) {
        Map<String, Map<String, Integer>> staff = new HashMap<>();
        List<Queue> unknown = new ArrayList<>();
        for (Queue queue : queues) {
            Optional<Map<String, Integer>> known = queue.targetWorkers().isBlank()
                    ? Optional.of(stores.figures().live().workersByActivity(account, workspaceId))
                    : owners.staff(account, workspaceId, queue.id());
            known.ifPresentOrElse(counts -> staff.put(queue.id(), counts), () -> unknown.add(queue));
        }
        if (!unknown.isEmpty()) {
            Matcher matcher = filled(account, workspaceId, unknown);
            unknown.forEach(queue -> staff.put(queue.id(), matcher.counts(queue.id())));
        }
        return staff;
    }

    /** The ids of the queue's workers, from the rows as they are. */
    public Set<String> workers(Queue queue) {
        return filled(queue.account(), queue.workspaceId(), List.of(queue)).workers(queue.id());
    }

    /** An index of these queues and all workers, made for one question: so that it is answered as the owner does. */
    private Matcher filled(AccountId account, String workspaceId, List<Queue> queues) {
        Matcher matcher = new Matcher();
        queues.forEach(queue -> matcher.put(QueueConditions.rule(queue)));
        String after = "";
        for (boolean more = true; more;) {
            List<Worker> page = stores.workers().list(account, workspaceId, new Paging(after, Paging.MOST));
            candidates(account, workspaceId, page).forEach(matcher::put);
            more = page.size() == Paging.MOST;
            after = more ? page.getLast().id() : "";
        }
        return matcher;
    }

    private List<Candidate> candidates(AccountId account, String workspaceId, List<Worker> page) {
        if (page.isEmpty()) {
            return List.of();
        }
        Map<String, Activity> activities = stores.workspaces()
                .findActivities(account, Set.of(workspaceId),
                        page.stream().map(Worker::activityId).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Activity::id, Function.identity()));
        Map<String, Map<String, Integer>> open = stores.workers()
                .openByMedium(account, workspaceId, page.stream().map(Worker::id).collect(Collectors.toSet()));
        return page.stream()
                .map(worker -> candidate(worker, Optional.ofNullable(activities.get(worker.activityId())),
                        open.getOrDefault(worker.id(), Map.of())))
                .toList();
    }

    private static Candidate candidate(Worker worker, Optional<Activity> activity, Map<String, Integer> open) {
        return new Candidate(worker.id(), WorkerFacts.of(worker, activity.map(Activity::name).orElse("")),
                new Candidate.Standing(worker.activityId(), activity.filter(Activity::available).isPresent(), false,
                        worker.idleSince()),
                worker.capacities(), open);
    }
}
