package org.jackfield.engine.work;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.work.match.Candidate;
import org.jackfield.engine.work.match.QueueRule;

/** Reads a workspace's rows as its owner's index needs them, and shows its workers to the other nodes. */
final class WorkspaceReader {

    /**
     * Who is not asked for an item now: who is being asked ({@code offers} of them), and who declined it a moment ago; and when
     * the first of these may be asked again.
     */
    record Excluded(int offers, Set<String> workers, Optional<Instant> until) {
        static final Excluded NOBODY = new Excluded(0, Set.of(), Optional.empty());
    }

    private final Workspaces.Owned owned;
    private final WorkspaceOwner.Parts parts;
    private final WorkStores stores;
    private final Wishes wishes;
    private Workspace.Manner manner = Workspace.Manner.USUAL;

    WorkspaceReader(Workspaces.Owned owned, WorkspaceOwner.Parts parts) {
        this.owned = owned;
        this.parts = parts;
        this.stores = parts.stores();
        this.wishes = new Wishes(parts.policies(), parts.runtime().clock());
    }

    <T> void pages(Function<Paging, List<T>> list, Function<T, String> id, Consumer<List<T>> each) {
        String after = "";
        for (boolean more = true; more;) {
            Paging paging = new Paging(after, Paging.MOST);
            List<T> page = read(() -> list.apply(paging));
            each.accept(page);
            more = page.size() == Paging.MOST;
            after = more ? id.apply(page.getLast()) : "";
        }
    }

    List<Queue> queues(Paging paging) {
        return stores.queues().list(owned.account(), owned.workspaceId(), paging);
    }

    List<Worker> workers(Paging paging) {
        return stores.workers().list(owned.account(), owned.workspaceId(), paging);
    }

    List<WorkItem> openItems(Paging paging) {
        return stores.items().listOpen(owned.account(), owned.workspaceId(), paging);
    }

    /** How the workspace's workers work, read anew; counts for the candidates from then on. */
    Workspace.Manner manner() {
        manner = read(() -> stores.workspaces().find(owned.account(), owned.workspaceId())).map(Workspace::manner)
                .orElse(Workspace.Manner.USUAL);
        return manner;
    }

    Optional<Queue> queue(String queueId) {
        return read(() -> stores.queues().find(owned.account(), owned.workspaceId(), queueId));
    }

    /** The rows that signals name, read at once. */
    record Rows(Map<String, WorkItem> items, Map<String, Staffer> workers) {}

    /** A worker and what is asked about him. */
    record Staffer(Worker worker, Candidate candidate) {}

    Rows rows(List<WorkSignals.Signal> signals) {
        Set<String> itemIds = ids(WorkSignals.Kind.ITEM, signals);
        Set<String> workerIds = ids(WorkSignals.Kind.WORKER, signals);
        Map<String, WorkItem> items = itemIds.isEmpty()
                ? Map.of()
                : byId(read(() -> stores.items()
                        .findAll(owned.account(), itemIds)), WorkItem::id);
        List<Worker> workers = workerIds.isEmpty()
                ? List.of()
                : read(() -> stores.workers()
                        .findAll(owned.account(), owned.workspaceId(), workerIds));
        return new Rows(items, byId(staff(workers), one -> one.worker().id()));
    }

    private static Set<String> ids(WorkSignals.Kind kind, List<WorkSignals.Signal> signals) {
        return signals.stream()
                .filter(signal -> signal.kind() == kind)
                .map(WorkSignals.Signal::id)
                .collect(Collectors.toSet());
    }

    private static <T> Map<String, T> byId(List<T> rows, Function<T, String> id) {
        return rows.stream().collect(Collectors.toMap(id, Function.identity()));
    }

    QueueRule rule(Queue queue) {
        return QueueConditions.rule(queue);
    }

    Wishes.Sought sought(WorkItem item) {
        return read(() -> wishes.sought(item));
    }

    /** The workers with what expressions ask about them; shown to the other nodes on the way. */
    List<Staffer> staff(List<Worker> workers) {
        if (workers.isEmpty()) {
            return List.of();
        }
        Map<String, Activity> activities = byId(read(() -> stores.workspaces()
                .findActivities(owned.account(), Set.of(owned.workspaceId()),
                        workers.stream().map(Worker::activityId).collect(Collectors.toSet()))),
                Activity::id);
        Map<String, Map<String, Integer>> open = read(() -> stores.workers()
                .openByMedium(owned.account(), owned.workspaceId(),
                        workers.stream().map(Worker::id).collect(Collectors.toSet())));
        return workers.stream()
                .map(worker -> new Staffer(worker, candidate(worker,
                        Optional.ofNullable(activities.get(worker.activityId())),
                        open.getOrDefault(worker.id(), Map.of()))))
                .toList();
    }

    private Candidate candidate(Worker worker, Optional<Activity> activity, Map<String, Integer> open) {
        String activityName = activity.map(Activity::name).orElse("");
        boolean available = activity.map(Activity::available).orElse(false);
        parts.neighbours()
                .states()
                .publish(new WorkerStates.WorkerState(owned.account(), owned.workspaceId(),
                        worker.id(), worker.name(), activityName, available, open, worker.statusChanged(),
                        worker.version()));
        return new Candidate(worker.id(), WorkerFacts.of(worker, activityName),
                new Candidate.Standing(worker.activityId(), available, pauses(worker), worker.idleSince()),
                new Candidate.Limits(worker.capacities(), worker.closedMedia(), manner.oneAtATime()), open);
    }

    void hide(String workerId) {
        parts.neighbours().states().remove(owned.account(), owned.workspaceId(), workerId);
    }

    Excluded excluded(WorkItem item) {
        if (item.standing().offers() == 0) {
            return Excluded.NOBODY;
        }
        Instant since = now().minus(parts.settings().declinePause());
        return read(() -> {
            List<Reservation> asked = pending(item);
            List<Reservation> declined = stores.reservations().declinedSince(owned.account(), item.id(), since);
            return new Excluded(asked.size(), Stream.concat(asked.stream(), declined.stream())
                    .map(Reservation::workerId)
                    .collect(Collectors.toUnmodifiableSet()),
                    declined.stream()
                            .map(reservation -> reservation.changed().plus(parts.settings().declinePause()))
                            .min(Instant::compareTo));
        });
    }

    /** The offers that ring for the item now. */
    List<OfferDesk.Offer> openOffers(WorkItem item) {
        if (item.state() != WorkItemState.RESERVED) {
            return List.of();
        }
        return read(() -> pending(item).stream()
                .filter(offer -> now().isBefore(offer.expires()))
                .flatMap(offer -> stores.workers()
                        .find(owned.account(), owned.workspaceId(), offer.workerId())
                        .stream()
                        .map(worker -> WorkDraft.offerOf(item, offer, worker)))
                .toList());
    }

    private List<Reservation> pending(WorkItem item) {
        return item.state() == WorkItemState.RESERVED
                ? stores.reservations().listPendingOfItem(owned.account(), item.id())
                : List.of();
    }

    /** Whether the item's state has run off. */
    boolean isDue(WorkItem item) {
        return item.standing().deadline().filter(deadline -> !deadline.isAfter(now())).isPresent();
    }

    private boolean pauses(Worker worker) {
        return worker.pausedUntil().filter(now()::isBefore).isPresent();
    }

    private Instant now() {
        return parts.runtime().clock().instant();
    }

    private <T> T read(Supplier<T> rows) {
        return parts.runtime().unit().read(rows);
    }
}
