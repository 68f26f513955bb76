package org.jackfield.engine.work;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/** Reads and locks what a decision looks at, always in the order item, worker: so two decisions never wait crosswise. */
final class WorkViews {

    private final WorkStores stores;

    WorkViews(WorkStores stores) {
        this.stores = stores;
    }

    /** The item, its open or last reservation and that one's worker, locked until the unit of work ends. */
    Optional<WorkView> lock(AccountId account, String workItemId) {
        return stores.items().lock(account, workItemId).flatMap(this::complete);
    }

    /** The view of the reservation's item, when the reservation is that item's latest one. */
    Optional<WorkView> lockByReservation(AccountId account, String reservationId) {
        return stores.reservations()
                .find(account, reservationId)
                .flatMap(reservation -> lock(account, reservation.workItemId()))
                .filter(view -> view.reservation().filter(latest -> latest.id().equals(reservationId)).isPresent());
    }

    private Optional<Duration> policyTimeout(WorkItem item) {
        return item.place()
                .course()
                .flatMap(course -> stores.policies().find(item.account(), item.workspaceId(), course.policyId()))
                .flatMap(PolicyDocument::reservationTimeout);
    }

    private Optional<WorkView> complete(WorkItem item) {
        Optional<Reservation> reservation = item.standing()
                .reservationId()
                .flatMap(id -> stores.reservations().find(item.account(), id));
        Optional<Worker> worker = reservation.filter(latest -> latest.state().isOpen())
                .flatMap(latest -> stores.workers().lock(item.account(), item.workspaceId(), latest.workerId()));
        Optional<String> timeoutActivity = stores.workspaces()
                .find(item.account(), item.workspaceId())
                .flatMap(Workspace::timeoutActivity);
        return stores.queues()
                .find(item.account(), item.workspaceId(), item.place().queueId())
                .map(queue -> new WorkView(item, reservation, worker, List.of(), queue, policyTimeout(item),
                        timeoutActivity));
    }
}
