package org.jackfield.app.api;

import java.util.function.Supplier;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.Activity;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.WorkItem;
import org.jackfield.engine.work.WorkStores;
import org.jackfield.engine.work.Worker;
import org.jackfield.engine.work.Workspace;
import org.springframework.stereotype.Component;

/** Reads what belongs to a workspace; what is unknown or foreign is not found. */
@Component
final class WorkDesk {

    private static final String WORKSPACE = "WorkspaceSid";

    private final WorkStores stores;
    private final UnitOfWork unit;

    WorkDesk(WorkStores stores, UnitOfWork unit) {
        this.stores = stores;
        this.unit = unit;
    }

    WorkStores stores() {
        return stores;
    }

    <T> T read(Supplier<T> work) {
        return unit.run(work);
    }

    Workspace workspace(Ask ask, String id) {
        return read(() -> stores.workspaces().find(ask.account(), id)).orElseThrow(() -> missing("workspace", id));
    }

    /** The id of the workspace in the path, once it is known to be there. */
    String workspaceId(Ask ask) {
        return workspace(ask, ask.path(WORKSPACE)).id();
    }

    Activity activity(Ask ask, String workspaceId, String id) {
        return read(() -> stores.workspaces().findActivity(ask.account(), workspaceId, id))
                .orElseThrow(() -> missing("activity", id));
    }

    Worker worker(Ask ask, String workspaceId, String id) {
        return read(() -> stores.workers().find(ask.account(), workspaceId, id))
                .orElseThrow(() -> missing("worker", id));
    }

    Queue queue(Ask ask, String workspaceId, String id) {
        return read(() -> stores.queues().find(ask.account(), workspaceId, id))
                .orElseThrow(() -> missing("queue", id));
    }

    WorkItem item(Ask ask, String workspaceId, String id) {
        return read(() -> stores.items().find(ask.account(), id))
                .filter(item -> item.workspaceId().equals(workspaceId))
                .orElseThrow(() -> missing("task", id));
    }

    static DomainException missing(String what, String id) {
        return new DomainException(ErrorCode.NOT_FOUND, "no " + what + " " + id);
    }
}
