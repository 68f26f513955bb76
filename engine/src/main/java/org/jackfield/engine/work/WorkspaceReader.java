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
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.work.match.Candidate;
import org.jackfield.engine.work.match.QueueRule;
import org.jackfield.engine.work.match.Wish;

/** Reads a workspace's rows as its owner's index needs them, and shows its workers to the other nodes. */
final class WorkspaceReader {

    /** Who declined an item a moment ago, and when the first of them may be asked again. */
    record Declined(Set<String> workers, Optional<Instant> until) {}

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

    <T> void pages(Function<Paging, List<T>> list, Function<T, String> id, Consumer<T> each) {
        String after = "";
        for (boolean more = true; more;) {
            Paging paging = new Paging(after, Paging.MOST);
            List<T> page = read(() -> list.apply(paging));
            page.forEach(each);
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

    Optional<Worker> worker(String workerId) {
        return read(() -> stores.workers().find(owned.account(), owned.workspaceId(), workerId));
    }

    Optional<WorkItem> item(String itemId) {
        return read(() -> stores.items().find(owned.account(), itemId));
    }

    QueueRule rule(Queue queue) {
        return new QueueRule(queue.id(), QueueConditions.of(queue), queue.order(), queue.maxReserved());
    }

    Wish wish(WorkItem item) {
        return read(() -> wishes.of(item));
    }

    /** The worker with what expressions ask about him; shown to the other nodes on the way. */
    Candidate candidate(Worker worker) {
        return read(() -> {
            Optional<Activity> activity = stores.workspaces()
                    .findActivity(owned.account(), owned.workspaceId(), worker.activityId());
            Map<String, Integer> open = stores.workers()
                    .openByMedium(owned.account(), owned.workspaceId(), worker.id());
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
        });
    }

    void hide(String workerId) {
        parts.neighbours().states().remove(owned.account(), owned.workspaceId(), workerId);
    }

    Declined declined(WorkItem item) {
        if (item.standing().offers() == 0 || item.state() != WorkItemState.PENDING) {
            return new Declined(Set.of(), Optional.empty());
        }
        Instant since = now().minus(parts.settings().declinePause());
        List<Reservation> declined = read(
                () -> stores.reservations().declinedSince(owned.account(), item.id(), since));
        return new Declined(declined.stream().map(Reservation::workerId).collect(Collectors.toUnmodifiableSet()),
                declined.stream()
                        .map(reservation -> reservation.changed().plus(parts.settings().declinePause()))
                        .min(Instant::compareTo));
    }

    /** The offer that rings for the item now. */
    Optional<OfferDesk.Offer> openOffer(WorkItem item) {
        if (item.state() != WorkItemState.RESERVED) {
            return Optional.empty();
        }
        return read(() -> item.standing()
                .reservationId()
                .flatMap(id -> stores.reservations().find(owned.account(), id))
                .filter(reservation -> reservation.state() == ReservationState.PENDING)
                .flatMap(reservation -> worker(reservation.workerId())
                        .map(worker -> WorkDraft.offerOf(item, reservation, worker))));
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
        return parts.runtime().unit().run(rows);
    }
}
