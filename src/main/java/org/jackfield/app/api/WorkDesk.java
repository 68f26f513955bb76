package org.jackfield.app.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.Activity;
import org.jackfield.engine.work.Medium;
import org.jackfield.engine.work.PolicyDocument;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.Reservation;
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
        return unit.read(work);
    }

    /** Reads and writes in one transaction. */
    <T> T change(Supplier<T> work) {
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

    /** What the workers are doing, by the ids of the activities, in one read. */
    Map<String, Activity> activities(Ask ask, String workspaceId, List<Worker> workers) {
        return activities(ask, Set.of(workspaceId), workers.stream().map(Worker::activityId));
    }

    /** The activities that the workspaces name, by id, in one read. */
    Map<String, Activity> activities(Ask ask, List<Workspace> workspaces) {
        return activities(ask, workspaces.stream().map(Workspace::id).collect(Collectors.toSet()), workspaces.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.defaultActivity()), one.timeoutActivity().stream())));
    }

    /** The names of activities of one workspace, by id, in one read. */
    Map<String, String> activityNames(Ask ask, String workspaceId, Stream<String> ids) {
        return activities(ask, Set.of(workspaceId), ids).values()
                .stream()
                .collect(Collectors.toMap(Activity::id, Activity::name));
    }

    private Map<String, Activity> activities(Ask ask, Set<String> workspaces, Stream<String> ids) {
        Set<String> wanted = ids.collect(Collectors.toSet());
        return wanted.isEmpty()
                ? Map.of()
                : read(() -> stores.workspaces().findActivities(ask.account(), workspaces, wanted)).stream()
                        .collect(Collectors.toMap(Activity::id, Function.identity()));
    }

    /** The names of the items' queues, by id, in one read; one that is gone has none. */
    Map<String, String> queueNames(Ask ask, String workspaceId, List<WorkItem> items) {
        Set<String> ids = items.stream().map(item -> item.place().queueId()).collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : read(() -> stores.queues().findAll(ask.account(), workspaceId, ids)).stream()
                        .collect(Collectors.toMap(Queue::id, Queue::name));
    }

    /** The names of the workers that were offered something, by id, in one read; one that is gone has none. */
    Map<String, String> workerNames(Ask ask, String workspaceId, List<Reservation> reservations) {
        Set<String> ids = reservations.stream().map(Reservation::workerId).collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : read(() -> stores.workers().findAll(ask.account(), workspaceId, ids)).stream()
                        .collect(Collectors.toMap(Worker::id, Worker::name));
    }

    Worker worker(Ask ask, String workspaceId, String id) {
        return read(() -> stores.workers().find(ask.account(), workspaceId, id))
                .orElseThrow(() -> missing("worker", id));
    }

    Queue queue(Ask ask, String workspaceId, String id) {
        return read(() -> stores.queues().find(ask.account(), workspaceId, id))
                .orElseThrow(() -> missing("queue", id));
    }

    Queue queueOfName(Ask ask, String workspaceId, String name) {
        return read(() -> stores.queues().findIn(ask.account(), workspaceId, name))
                .orElseThrow(() -> missing("queue", name));
    }

    /** By its id or its unique name. */
    Medium medium(Ask ask, String workspaceId, String id) {
        return findMedium(ask, workspaceId, id).orElseThrow(() -> missing("task channel", id));
    }

    /** The unique name of a medium that is named so or has this id; as it was given when there is none any more. */
    String mediumName(Ask ask, String workspaceId, String nameOrId) {
        return findMedium(ask, workspaceId, nameOrId).map(Medium::uniqueName).orElse(nameOrId);
    }

    private Optional<Medium> findMedium(Ask ask, String workspaceId, String nameOrId) {
        return read(() -> stores.media()
                .find(ask.account(), workspaceId, nameOrId)
                .or(() -> stores.media().findAll(ask.account(), workspaceId, Set.of(nameOrId)).stream().findFirst()));
    }

    /** The ids of the items' media, by unique name, in one read; one that is gone has none. */
    Map<String, String> mediumIds(Ask ask, String workspaceId, List<WorkItem> items) {
        Set<String> names = items.stream().map(item -> item.origin().medium()).collect(Collectors.toSet());
        return names.isEmpty()
                ? Map.of()
                : read(() -> stores.media().findAll(ask.account(), workspaceId, names)).stream()
                        .collect(Collectors.toMap(Medium::uniqueName, Medium::id));
    }

    PolicyDocument policy(Ask ask, String workspaceId, String id) {
        return read(() -> stores.policies().find(ask.account(), workspaceId, id))
                .orElseThrow(() -> missing("workflow", id));
    }

    /** The names of the policies by which the items go, by id, in one read; one that is gone has none. */
    Map<String, String> policyNames(Ask ask, String workspaceId, List<WorkItem> items) {
        Set<String> ids = items.stream()
                .flatMap(item -> item.place().course().stream())
                .map(WorkItem.Course::policyId)
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : read(() -> stores.policies().findAll(ask.account(), workspaceId, ids)).stream()
                        .collect(Collectors.toMap(PolicyDocument::id, PolicyDocument::name));
    }

    Reservation reservation(Ask ask, String workspaceId, String id) {
        return read(() -> stores.reservations().find(ask.account(), id))
                .filter(reservation -> reservation.workspaceId().equals(workspaceId))
                .orElseThrow(() -> missing("reservation", id));
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
