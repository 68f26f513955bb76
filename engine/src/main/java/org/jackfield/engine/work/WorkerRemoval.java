package org.jackfield.engine.work;

import java.util.List;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Deletes a worker: takes his open offers back first; refuses while he works on something. */
final class WorkerRemoval {

    private final WorkStores stores;
    private final WorkRuntime runtime;
    private final WorkItemDecider decider;
    private final WorkWriter writer;
    private final WorkViews views;

    WorkerRemoval(WorkStores stores, WorkRuntime runtime, WorkItemDecider decider, WorkWriter writer) {
        this.stores = stores;
        this.runtime = runtime;
        this.decider = decider;
        this.writer = writer;
        this.views = new WorkViews(stores);
    }

    void remove(AccountId account, String workspaceId, String workerId) {
        Worker worker = Checks.known(stores.workers().find(account, workspaceId, workerId), "worker", workerId);
        for (Reservation open : openOf(account, workerId)) {
            views.lockByReservation(account, open.id())
                    .ifPresent(view -> writer.write(decider.rescind(view, runtime.clock().instant())));
        }
        Checks.inUse(!openOf(account, workerId).isEmpty(), "the worker has work that is not finished");
        stores.figures().spans().end(worker.employee(), runtime.clock().instant());
        stores.workers().delete(account, workspaceId, workerId);
    }

    private List<Reservation> openOf(AccountId account, String workerId) {
        return stores.reservations().listOpenOfWorker(account, workerId, Paging.first(Paging.MOST));
    }
}
