package org.jackfield.engine.work;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.tenant.AccountId;

/** Reads and locks what a decision looks at, always in the order item, worker: so two decisions never wait crosswise. */
final class WorkViews {

    private static final Comparator<Reservation> FIRST_TO_RUN_OFF = Comparator.comparing(Reservation::expires)
            .thenComparing(Reservation::id);

    private final WorkStores stores;

    WorkViews(WorkStores stores) {
        this.stores = stores;
    }

    /**
     * The item, its last reservation (of several open offers the one that runs off first) and that one's worker, locked until
     * the unit of work ends.
     */
    Optional<WorkView> lock(AccountId account, String workItemId) {
        return stores.items().lock(account, workItemId).flatMap(item -> {
            List<Reservation> offers = offers(item);
            return view(item, offers.stream().min(FIRST_TO_RUN_OFF).or(() -> named(item)), offers);
        });
    }

    /** As {@link #lock}, several at once, by the ids of the items: all items are locked before any worker. */
    Map<String, WorkView> lockAll(AccountId account, Set<String> workItemIds) {
        Surroundings surroundings = new Surroundings();
        Map<String, WorkView> views = new HashMap<>();
        stores.items().lockAll(account, workItemIds).forEach(item -> {
            List<Reservation> offers = offers(item);
            view(item, offers.stream().min(FIRST_TO_RUN_OFF).or(() -> named(item)), offers, surroundings)
                    .ifPresent(view -> views.put(item.id(), view));
        });
        return views;
    }

    /** The view of the reservation's item, when the reservation is one of its open offers, or its last one. */
    Optional<WorkView> lockByReservation(AccountId account, String reservationId) {
        return stores.reservations()
                .find(account, reservationId)
                .flatMap(known -> stores.items().lock(account, known.workItemId()))
                .flatMap(item -> {
                    List<Reservation> offers = offers(item);
                    Optional<Reservation> asked = (offers.isEmpty() ? named(item).stream() : offers.stream())
                            .filter(reservation -> reservation.id().equals(reservationId))
                            .findFirst();
                    return asked.isEmpty() ? Optional.empty() : view(item, asked, offers);
                });
    }

    private List<Reservation> offers(WorkItem item) {
        return item.state() == WorkItemState.RESERVED
                ? stores.reservations().listPendingOfItem(item.account(), item.id())
                : List.of();
    }

    private Optional<Reservation> named(WorkItem item) {
        return item.standing().reservationId().flatMap(id -> stores.reservations().find(item.account(), id));
    }

    private Optional<WorkView> view(WorkItem item, Optional<Reservation> about, List<Reservation> offers) {
        return view(item, about, offers, new Surroundings());
    }

    private Optional<WorkView> view(WorkItem item, Optional<Reservation> about, List<Reservation> offers,
            Surroundings surroundings) {
        Optional<Worker> worker = about.filter(latest -> latest.state().isOpen())
                .flatMap(latest -> stores.workers().lock(item.account(), item.workspaceId(), latest.workerId()));
        List<Reservation> others = offers.stream().filter(offer -> about.filter(offer::equals).isEmpty()).toList();
        Optional<String> timeoutActivity = surroundings.workspace(item).flatMap(Workspace::timeoutActivity);
        return surroundings.queue(item)
                .map(queue -> new WorkView(item, about, worker, others, queue, surroundings.policyTimeout(item),
                        timeoutActivity));
    }

    /** What several items have in common is read once: within one unit of work, and those of one account. */
    private final class Surroundings {

        private final Map<String, Optional<Workspace>> workspaces = new HashMap<>();
        private final Map<String, Optional<Queue>> queues = new HashMap<>();
        private final Map<String, Optional<Duration>> timeouts = new HashMap<>();

        Optional<Workspace> workspace(WorkItem item) {
            return workspaces.computeIfAbsent(item.workspaceId(),
                    id -> stores.workspaces().find(item.account(), id));
        }

        Optional<Queue> queue(WorkItem item) {
            return queues.computeIfAbsent(item.place().queueId(),
                    id -> stores.queues().find(item.account(), item.workspaceId(), id));
        }

        Optional<Duration> policyTimeout(WorkItem item) {
            return item.place()
                    .course()
                    .flatMap(course -> timeouts.computeIfAbsent(course.policyId(),
                            id -> stores.policies()
                                    .find(item.account(), item.workspaceId(), id)
                                    .flatMap(PolicyDocument::reservationTimeout)));
        }
    }
}
