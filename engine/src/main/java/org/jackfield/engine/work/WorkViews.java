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

    /** What is decided: how long workers are asked matters only to an offer, and what becomes of who does not answer to its end. */
    private enum Purpose {
        CHANGE,
        OFFER,
        END
    }

    /**
     * The item, its last reservation (of several open offers the one that runs off first) and that one's worker, locked until
     * the unit of work ends.
     */
    Optional<WorkView> lock(AccountId account, String workItemId) {
        Surroundings surroundings = new Surroundings(Purpose.CHANGE);
        return stores.items().lock(account, workItemId).flatMap(item -> view(item, surroundings));
    }

    /** As {@link #lock}, for what falls due. */
    Optional<WorkView> lockDue(AccountId account, String workItemId) {
        Surroundings surroundings = new Surroundings(Purpose.END);
        return stores.items().lock(account, workItemId).flatMap(item -> view(item, surroundings));
    }

    /** As {@link #lock}, several that are to be offered, by the ids of the items: all items are locked before any worker. */
    Map<String, WorkView> lockToOffer(AccountId account, Set<String> workItemIds) {
        Surroundings surroundings = new Surroundings(Purpose.OFFER);
        Map<String, WorkView> views = new HashMap<>();
        stores.items()
                .lockAll(account, workItemIds)
                .forEach(item -> view(item, surroundings).ifPresent(view -> views.put(item.id(), view)));
        return views;
    }

    /** The view of the reservation's item, when the reservation is one of its open offers, or its last one. */
    Optional<WorkView> lockByReservation(AccountId account, String reservationId) {
        return stores.items().lockByReservation(account, reservationId).flatMap(item -> {
            List<Reservation> offers = offers(item);
            Optional<Reservation> asked = (offers.isEmpty() ? named(item).stream() : offers.stream())
                    .filter(reservation -> reservation.id().equals(reservationId))
                    .findFirst();
            return asked.isEmpty()
                    ? Optional.empty()
                    : view(item, asked, offers, new Surroundings(Purpose.CHANGE));
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

    private Optional<WorkView> view(WorkItem item, Surroundings surroundings) {
        List<Reservation> offers = offers(item);
        return view(item, offers.stream().min(FIRST_TO_RUN_OFF).or(() -> named(item)), offers, surroundings);
    }

    private Optional<WorkView> view(WorkItem item, Optional<Reservation> about, List<Reservation> offers,
            Surroundings surroundings) {
        Optional<Worker> worker = about.filter(latest -> latest.state().isOpen())
                .flatMap(latest -> stores.workers().lock(item.account(), item.workspaceId(), latest.workerId()));
        List<Reservation> others = offers.stream().filter(offer -> about.filter(offer::equals).isEmpty()).toList();
        return surroundings.queue(item)
                .map(queue -> new WorkView(item, about, worker, others, queue, surroundings.policyTimeout(item),
                        surroundings.timeoutActivity(item)));
    }

    /** What several items have in common is read once: within one unit of work, and those of one account. */
    private final class Surroundings {

        private final Map<String, Optional<Queue>> queues = new HashMap<>();
        private final Map<String, Optional<Duration>> timeouts = new HashMap<>();
        private final Purpose purpose;

        Surroundings(Purpose purpose) {
            this.purpose = purpose;
        }

        Optional<Queue> queue(WorkItem item) {
            return queues.computeIfAbsent(item.place().queueId(),
                    id -> stores.queues().find(item.account(), item.workspaceId(), id));
        }

        Optional<Duration> policyTimeout(WorkItem item) {
            return item.place()
                    .course()
                    .filter(_ -> purpose == Purpose.OFFER)
                    .flatMap(course -> timeouts.computeIfAbsent(course.policyId(),
                            id -> stores.policies()
                                    .find(item.account(), item.workspaceId(), id)
                                    .flatMap(PolicyDocument::reservationTimeout)));
        }

        Optional<String> timeoutActivity(WorkItem item) {
            return purpose == Purpose.END
                    ? stores.workspaces().find(item.account(), item.workspaceId()).flatMap(Workspace::timeoutActivity)
                    : Optional.empty();
        }
    }
}
