package org.jackfield.engine.work;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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

    private Optional<Duration> policyTimeout(WorkItem item) {
        return item.place()
                .course()
                .flatMap(course -> stores.policies().find(item.account(), item.workspaceId(), course.policyId()))
                .flatMap(PolicyDocument::reservationTimeout);
    }

    private Optional<WorkView> view(WorkItem item, Optional<Reservation> about, List<Reservation> offers) {
        Optional<Worker> worker = about.filter(latest -> latest.state().isOpen())
                .flatMap(latest -> stores.workers().lock(item.account(), item.workspaceId(), latest.workerId()));
        List<Reservation> others = offers.stream().filter(offer -> about.filter(offer::equals).isEmpty()).toList();
        Optional<String> timeoutActivity = stores.workspaces()
                .find(item.account(), item.workspaceId())
                .flatMap(Workspace::timeoutActivity);
        return stores.queues()
                .find(item.account(), item.workspaceId(), item.place().queueId())
                .map(queue -> new WorkView(item, about, worker, others, queue, policyTimeout(item), timeoutActivity));
    }
}
