package org.jackfield.engine.work;

import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.Decision;

/** What a worker is being offered, ended for all of it at once. Joins the open unit of work. */
final class WorkerOffers {

    private final WorkStores stores;
    private final WorkRuntime runtime;
    private final WorkWriter writer;
    private final WorkViews views;

    WorkerOffers(WorkStores stores, WorkRuntime runtime, WorkWriter writer) {
        this.stores = stores;
        this.runtime = runtime;
        this.writer = writer;
        this.views = new WorkViews(stores);
    }

    /** Decides so for each item that he is being offered; what he accepted stays with him. */
    void end(AccountId account, String workerId,
            BiFunction<WorkView, Instant, Decision<WorkChange, WorkEffect>> decide) {
        openOf(account, workerId).stream()
                .filter(reservation -> reservation.state() == ReservationState.PENDING)
                .forEach(reservation -> views.lockByReservation(account, reservation.id())
                        .ifPresent(view -> writer.write(decide.apply(view, runtime.clock().instant()))));
    }

    boolean hasAny(AccountId account, String workerId) {
        return !openOf(account, workerId).isEmpty();
    }

    private List<Reservation> openOf(AccountId account, String workerId) {
        return stores.reservations().listOpenOfWorker(account, workerId, Paging.first(Paging.MOST));
    }
}
