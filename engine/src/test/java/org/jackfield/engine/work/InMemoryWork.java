package org.jackfield.engine.work;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jackfield.engine.id.MemoryPages;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.id.TimedId;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.ConflictException;

/** The stores of work distribution in memory, for a unit of work that lets one run at a time. */
public final class InMemoryWork {

    private final ConcurrentSkipListMap<String, Worker> workers = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, Queue> queues = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, WorkItem> items = new ConcurrentSkipListMap<>();
    private final ConcurrentSkipListMap<String, Reservation> reservations = new ConcurrentSkipListMap<>();
    private final InMemoryFigures figures = new InMemoryFigures(items.values(), workers.values());
    private final InMemoryPolicies policies = new InMemoryPolicies(
            policy -> items.values().stream().anyMatch(item -> isOpen(item) && goesBy(item, policy)));
    private final InMemoryMedia media = new InMemoryMedia(medium -> items.values()
            .stream()
            .anyMatch(item -> isOpen(item) && item.workspaceId().equals(medium.workspaceId())
                    && item.origin().medium().equals(medium.uniqueName())));
    private final InMemoryAssignmentCallbacks callbacks = new InMemoryAssignmentCallbacks(policies);
    private final InMemoryWorkspaces workspaces = new InMemoryWorkspaces(
            activity -> workers.values().stream().anyMatch(worker -> worker.activityId().equals(activity.id()))
                    || queues.values().stream().anyMatch(queue -> movesTo(queue, activity))
                    || reservations.values()
                            .stream()
                            .anyMatch(one -> one.state().isOpen()
                                    && one.ringing().postActivity().equals(Optional.of(activity.id()))),
            this::removeAllOf);

    public WorkStores stores() {
        return new WorkStores(workspaces, new WorkerMap(), new QueueMap(), new ItemMap(),
                new InMemoryReservations(reservations),
                policies, media, callbacks, figures.figures());
    }

    private static boolean movesTo(Queue queue, Activity activity) {
        Optional<String> id = Optional.of(activity.id());
        return queue.moves().whenReserved().equals(id) || queue.moves().whenAssigned().equals(id);
    }

    private static boolean goesBy(WorkItem item, PolicyDocument policy) {
        return item.account().equals(policy.account())
                && item.place().course().filter(course -> course.policyId().equals(policy.id())).isPresent();
    }

    private void removeAllOf(Workspace workspace) {
        workers.values().removeIf(worker -> worker.workspaceId().equals(workspace.id()));
        queues.values().removeIf(queue -> queue.workspaceId().equals(workspace.id()));
        items.values().removeIf(item -> item.workspaceId().equals(workspace.id()));
        reservations.values().removeIf(one -> one.workspaceId().equals(workspace.id()));
        policies.removeAllOf(workspace);
        media.removeAllOf(workspace);
        callbacks.removeAllOf(workspace);
        figures.removeAllOf(workspace.id());
    }

    private final class WorkerMap implements Workers {

        @Override
        public boolean insert(Worker worker) {
            boolean taken = workers.values()
                    .stream()
                    .filter(in(worker.account(), worker.workspaceId()))
                    .anyMatch(other -> other.name().equalsIgnoreCase(worker.name()));
            return !taken && workers.put(worker.id(), worker) == null;
        }

        @Override
        public void update(Worker worker) {
            write(workers, worker, Worker::id, Worker::version);
        }

        @Override
        public boolean delete(AccountId account, String workspaceId, String workerId) {
            return find(account, workspaceId, workerId).map(worker -> workers.remove(workerId)).isPresent();
        }

        @Override
        public Optional<Worker> find(AccountId account, String workspaceId, String workerId) {
            return Optional.ofNullable(workers.get(workerId)).filter(in(account, workspaceId));
        }

        @Override
        public Optional<Worker> lock(AccountId account, String workspaceId, String workerId) {
            return find(account, workspaceId, workerId);
        }

        @Override
        public Optional<Worker> findByName(AccountId account, String workspaceId, String name) {
            return workers.values()
                    .stream()
                    .filter(in(account, workspaceId).and(worker -> worker.name().equalsIgnoreCase(name)))
                    .findFirst();
        }

        @Override
        public List<Worker> findAll(AccountId account, String workspaceId, Set<String> workerIds) {
            return workerIds.stream().flatMap(id -> find(account, workspaceId, id).stream()).toList();
        }

        @Override
        public List<Worker> lockAll(AccountId account, String workspaceId, Set<String> workerIds) {
            return findAll(account, workspaceId, workerIds);
        }

        @Override
        public List<Worker> list(AccountId account, String workspaceId, Paging paging) {
            return page(workers, paging, in(account, workspaceId));
        }

        @Override
        public List<Worker> listByStatusChange(AccountId account, String workspaceId, Paging paging) {
            return MemoryPages.ascending(paging, workers.values().stream().filter(in(account, workspaceId)),
                    worker -> new TimedId(worker.statusChanged(), worker.id()).text());
        }

        @Override
        public List<Worker> findByContact(AccountId account, String exactly, String start) {
            return workers.values()
                    .stream()
                    .filter(worker -> worker.account().equals(account))
                    .filter(worker -> worker.contactUri()
                            .filter(uri -> uri.equals(exactly) || uri.startsWith(start))
                            .isPresent())
                    .limit(Paging.MOST)
                    .toList();
        }

        @Override
        public Map<String, Map<String, Integer>> openByMedium(AccountId account, String workspaceId,
                Set<String> workerIds) {
            return reservations.values()
                    .stream()
                    .filter(one -> one.account().equals(account) && workerIds.contains(one.workerId()))
                    .filter(one -> one.state().isOpen())
                    .collect(Collectors.groupingBy(Reservation::workerId,
                            Collectors.toMap(Reservation::medium, _ -> 1, Integer::sum)));
        }

        private static Predicate<Worker> in(AccountId account, String workspaceId) {
            return worker -> worker.account().equals(account) && worker.workspaceId().equals(workspaceId);
        }
    }

    private final class QueueMap implements Queues {

        @Override
        public boolean insert(Queue queue) {
            return !taken(queue) && queues.put(queue.id(), queue) == null;
        }

        @Override
        public boolean update(Queue queue) {
            return !taken(queue) && queues.replace(queue.id(), queue) != null;
        }

        @Override
        public boolean delete(AccountId account, String workspaceId, String queueId) {
            boolean used = items.values()
                    .stream()
                    .anyMatch(item -> item.place().queueId().equals(queueId) && isOpen(item));
            return !used && find(account, workspaceId, queueId).map(queue -> queues.remove(queueId)).isPresent();
        }

        @Override
        public Optional<Queue> find(AccountId account, String workspaceId, String queueId) {
            return Optional.ofNullable(queues.get(queueId)).filter(in(account, workspaceId));
        }

        @Override
        public List<Queue> findAll(AccountId account, String workspaceId, Set<String> queueIds) {
            return queueIds.stream().flatMap(id -> find(account, workspaceId, id).stream()).toList();
        }

        @Override
        public Optional<Queue> findIn(AccountId account, String workspaceId, String nameOrId) {
            return queues.values()
                    .stream()
                    .filter(in(account, workspaceId))
                    .filter(queue -> queue.id().equals(nameOrId) || queue.name().equalsIgnoreCase(nameOrId))
                    .findFirst();
        }

        @Override
        public Optional<Queue> findByNameOrId(AccountId account, String nameOrId) {
            return queues.values()
                    .stream()
                    .filter(queue -> queue.account().equals(account))
                    .filter(queue -> queue.id().equals(nameOrId) || queue.name().equalsIgnoreCase(nameOrId))
                    .min(Comparator.comparing(Queue::workspaceId));
        }

        @Override
        public List<Queue> list(AccountId account, String workspaceId, Paging paging) {
            return page(queues, paging, in(account, workspaceId));
        }

        @Override
        public List<Queue> listByUpdate(AccountId account, String workspaceId, Paging paging) {
            return MemoryPages.ascending(paging, queues.values().stream().filter(in(account, workspaceId)),
                    queue -> new TimedId(queue.updated(), queue.id()).text());
        }

        private boolean taken(Queue queue) {
            return queues.values()
                    .stream()
                    .filter(in(queue.account(), queue.workspaceId()))
                    .anyMatch(other -> !other.id().equals(queue.id()) && other.name().equalsIgnoreCase(queue.name()));
        }

        private static Predicate<Queue> in(AccountId account, String workspaceId) {
            return queue -> queue.account().equals(account) && queue.workspaceId().equals(workspaceId);
        }
    }

    private final class ItemMap implements WorkItems {

        @Override
        public void insert(WorkItem item) {
            items.put(item.id(), item);
        }

        @Override
        public void update(WorkItem item) {
            write(items, item, WorkItem::id, WorkItem::version);
        }

        @Override
        public void amend(WorkItem item) {
            update(item);
        }

        @Override
        public boolean delete(AccountId account, String workItemId) {
            return find(account, workItemId).map(item -> {
                reservations.values().removeIf(one -> one.workItemId().equals(workItemId));
                return items.remove(workItemId);
            }).isPresent();
        }

        @Override
        public Optional<WorkItem> find(AccountId account, String workItemId) {
            return Optional.ofNullable(items.get(workItemId)).filter(item -> item.account().equals(account));
        }

        @Override
        public Optional<WorkItem> lock(AccountId account, String workItemId) {
            return find(account, workItemId);
        }

        @Override
        public Optional<WorkItem> lockByReservation(AccountId account, String reservationId) {
            return Optional.ofNullable(reservations.get(reservationId))
                    .filter(reservation -> reservation.account().equals(account))
                    .flatMap(reservation -> find(account, reservation.workItemId()));
        }

        @Override
        public List<WorkItem> findAll(AccountId account, Set<String> workItemIds) {
            return workItemIds.stream().sorted().flatMap(id -> find(account, id).stream()).toList();
        }

        @Override
        public List<WorkItem> lockAll(AccountId account, Set<String> workItemIds) {
            return findAll(account, workItemIds);
        }

        @Override
        public Optional<WorkItem> findOpen(AccountId account, String subject) {
            return items.values()
                    .stream()
                    .filter(item -> item.account().equals(account) && item.origin().subject().equals(subject))
                    .filter(InMemoryWork::isOpen)
                    .findFirst();
        }

        @Override
        public List<WorkItem> list(AccountId account, String workspaceId, Paging paging) {
            return page(items, paging, in(account, workspaceId));
        }

        @Override
        public List<WorkItem> listOpen(AccountId account, String workspaceId, Paging paging) {
            return page(items, paging, in(account, workspaceId).and(InMemoryWork::isOpen));
        }

        @Override
        public Optional<Instant> takePlace(AccountId account, String queueId, String caller, Instant since) {
            Optional<WorkItem> kept = items.values()
                    .stream()
                    .filter(item -> item.account().equals(account) && item.place().queueId().equals(queueId))
                    .filter(item -> item.origin().caller().equals(caller) && item.standing().keepsPlace())
                    .filter(item -> !item.standing().changed().isBefore(since))
                    .min(Comparator.comparing(item -> item.origin().virtualStart()));
            kept.ifPresent(item -> items.put(item.id(), item.placeTaken()));
            return kept.map(item -> item.origin().virtualStart());
        }

        private static Predicate<WorkItem> in(AccountId account, String workspaceId) {
            return item -> item.account().equals(account) && item.workspaceId().equals(workspaceId);
        }
    }

    private static boolean isOpen(WorkItem item) {
        return !WorkItemState.TABLE.isFinal(item.state());
    }

    static <T> List<T> page(ConcurrentSkipListMap<String, T> all, Paging paging, Predicate<T> wanted) {
        NavigableMap<String, T> part = paging.backwards()
                ? all.headMap(paging.after(), false).descendingMap()
                : all.tailMap(paging.after(), false);
        List<T> page = part.values().stream().filter(wanted).limit(paging.limit()).toList();
        return paging.backwards() ? page.reversed() : page;
    }

    private static <T> void write(ConcurrentSkipListMap<String, T> all, T changed, Function<T, String> id,
            Function<T, Long> version) {
        T before = all.get(id.apply(changed));
        if (before == null || version.apply(before) + 1 != version.apply(changed)) {
            throw new ConflictException(id.apply(changed) + " was changed by somebody else");
        }
        all.put(id.apply(changed), changed);
    }
}
