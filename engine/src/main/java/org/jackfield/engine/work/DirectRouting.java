package org.jackfield.engine.work;

import java.util.List;
import java.util.Optional;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.WorkDistribution.Destination.ToWorker;

/** In which queue an item waits that is for one worker. Joins the open unit of work. */
final class DirectRouting {

    private final WorkStores stores;

    DirectRouting(WorkStores stores) {
        this.stores = stores;
    }

    /** @throws DomainException NOT_FOUND for an unknown worker or queue, INVALID_PARAMETER when he does not serve it */
    Queue queue(AccountId account, ToWorker to) {
        Worker worker = Checks.known(stores.workers().find(account, to.workspaceId(), to.workerId()), "worker",
                to.workerId());
        String activity = stores.workspaces()
                .findActivity(account, to.workspaceId(), worker.activityId())
                .map(Activity::name)
                .orElse("");
        return candidates(account, to).stream()
                .filter(queue -> WorkerConditions.of(queue).matches(worker, activity))
                .findFirst()
                .orElseThrow(() -> new DomainException(ErrorCode.INVALID_PARAMETER, "worker " + worker.id()
                        + " does not serve "
                        + to.queueNameOrId().map(name -> "the queue " + name).orElse("any queue")));
    }

    private List<Queue> candidates(AccountId account, ToWorker to) {
        Optional<String> wanted = to.queueNameOrId();
        return wanted.isPresent()
                ? List.of(Checks.known(stores.queues().findIn(account, to.workspaceId(), wanted.get()), "queue",
                        wanted.get()))
                : stores.queues().list(account, to.workspaceId(), Paging.first(Paging.MOST));
    }
}
