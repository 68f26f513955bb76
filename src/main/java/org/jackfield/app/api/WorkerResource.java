package org.jackfield.app.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jackfield.engine.id.TimedId;
import org.jackfield.engine.work.Activity;
import org.jackfield.engine.work.WorkAdministration;
import org.jackfield.engine.work.WorkAdministration.NewWorker;
import org.jackfield.engine.work.WorkAdministration.WorkerChange;
import org.jackfield.engine.work.Worker;
import org.jackfield.engine.work.WorkerConditions;
import org.jackfield.engine.work.Workers;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Workers: who they are and what they are doing. */
@RestController
final class WorkerResource {

    private static final String WORKERS = Wire.WORKSPACES + "/{WorkspaceSid}/Workers";

    private final WorkAdministration work;
    private final WorkDesk desk;
    private final Wire wire;

    WorkerResource(WorkAdministration work, WorkDesk desk, Wire wire) {
        this.work = work;
        this.desk = desk;
        this.wire = wire;
    }

    @PostMapping(WORKERS)
    @ResponseStatus(HttpStatus.CREATED)
    View create(Ask ask) {
        Params params = ask.params();
        NewWorker worker = new NewWorker(params.required("FriendlyName"), attributes(params).orElse(Map.of()),
                params.text("ActivitySid"), Map.of());
        return one(ask, work.createWorker(ask.account(), desk.workspaceId(ask), worker));
    }

    @GetMapping(WORKERS)
    View list(Ask ask) {
        String workspace = desk.workspaceId(ask);
        Optional<Boolean> latestFirst = Sorting.latestFirst(ask.params(), "DateStatusChanged");
        List<Worker> read = desk.read(() -> latestFirst.isPresent()
                ? Sorting.byTime(ask.page(), latestFirst.get(),
                        paging -> desk.stores().workers().listByStatusChange(ask.account(), workspace, paging))
                : desk.stores().workers().list(ask.account(), workspace, ask.page().paging()));
        Function<Worker, String> place = latestFirst.isPresent()
                ? worker -> new TimedId(worker.statusChanged(), worker.id()).text()
                : Worker::id;
        Map<String, Activity> activities = desk.activities(ask, workspace, read);
        return ask.page()
                .meta(new PageOf.Shape<>("workers", place,
                        (Worker worker) -> view(ask, worker, of(worker, activities)))
                        .only(wanted(ask, workspace, activities)), read, wire);
    }

    @GetMapping(WORKERS + "/{Sid}")
    ResponseEntity<View> read(Ask ask) {
        return tagged(ask, desk.worker(ask, desk.workspaceId(ask), ask.path("Sid")));
    }

    @PostMapping(WORKERS + "/{Sid}")
    ResponseEntity<View> update(Ask ask) {
        Params params = ask.params();
        String workspace = desk.workspaceId(ask);
        WorkerChange change = new WorkerChange(params.text("FriendlyName"), params.text("ActivitySid"),
                attributes(params).map(Map::copyOf), params.flag("RejectPendingReservations").orElse(false));
        return tagged(ask, desk.change(() -> {
            requireSeen(ask, workspace, change.rejectsOffers());
            return work.updateWorker(ask.account(), workspace, ask.path("Sid"), change);
        }));
    }

    @DeleteMapping(WORKERS + "/{Sid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Ask ask) {
        String workspace = desk.workspaceId(ask);
        desk.change(() -> {
            requireSeen(ask, workspace, true);
            work.deleteWorker(ask.account(), workspace, ask.path("Sid"));
            return workspace;
        });
    }

    /** Where items of his change too he is not locked here, because items are locked before workers. */
    private void requireSeen(Ask ask, String workspace, boolean changesItems) {
        Workers workers = desk.stores().workers();
        String id = ask.path("Sid");
        Tags.require(ask, (changesItems
                ? workers.find(ask.account(), workspace, id)
                : workers.lock(ask.account(), workspace, id))
                .orElseThrow(() -> WorkDesk.missing("worker", id))
                .version());
    }

    private static Activity of(Worker worker, Map<String, Activity> activities) {
        return Optional.ofNullable(activities.get(worker.activityId()))
                .orElseThrow(() -> WorkDesk.missing("activity", worker.activityId()));
    }

    private Predicate<Worker> wanted(Ask ask, String workspace, Map<String, Activity> activities) {
        Params params = ask.params();
        Optional<WorkerConditions> queue = params.text("TaskQueueSid")
                .map(id -> desk.queue(ask, workspace, id))
                .or(() -> params.text("TaskQueueName").map(name -> desk.queueOfName(ask, workspace, name)))
                .map(WorkerConditions::of);
        Optional<WorkerConditions> expression = params.text("TargetWorkersExpression").map(WorkerConditions::of);
        return worker -> {
            Activity activity = of(worker, activities);
            return isWanted(params, worker, activity)
                    && queue.map(serves -> serves.matches(worker, activity.name())).orElse(true)
                    && expression.map(condition -> condition.matches(worker, activity.name())).orElse(true);
        };
    }

    private static boolean isWanted(Params params, Worker worker, Activity activity) {
        Optional<String> name = params.text("ActivityName");
        Optional<Boolean> available = params.flag("Available");
        return params.text("FriendlyName").map(worker.name()::equals).orElse(true)
                && params.text("ActivitySid").map(worker.activityId()::equals).orElse(true)
                && name.map(activity.name()::equals).orElse(true)
                && available.map(wanted -> wanted == activity.available()).orElse(true);
    }

    private static Optional<Map<String, Object>> attributes(Params params) {
        return params.text("Attributes").map(text -> JsonParam.read("Attributes", text));
    }

    private ResponseEntity<View> tagged(Ask ask, Worker worker) {
        return Tags.ok(worker.version(), one(ask, worker));
    }

    private View one(Ask ask, Worker worker) {
        return view(ask, worker, desk.activity(ask, worker.workspaceId(), worker.activityId()));
    }

    private View view(Ask ask, Worker worker, Activity activity) {
        String workspace = wire.absolute(Wire.WORKSPACES + "/" + worker.workspaceId());
        String changed = Times.iso8601(worker.statusChanged());
        return new View().put("sid", worker.id())
                .put("account_sid", ask.sid())
                .put("workspace_sid", worker.workspaceId())
                .put("friendly_name", worker.name())
                .put("activity_sid", activity.id())
                .put("activity_name", activity.name())
                .put("available", activity.available())
                .put("attributes", JsonParam.write(worker.attributes()))
                .put("date_status_changed", changed)
                .put("date_created", changed)
                .put("date_updated", changed)
                .put("links", new View().put("workspace", workspace)
                        .put("activity", workspace + "/Activities/" + activity.id())
                        .put("channels", workspace + "/Workers/" + worker.id() + "/Channels")
                        .put("reservations", workspace + "/Workers/" + worker.id() + "/Reservations")
                        .put("worker_statistics", workspace + "/Workers/" + worker.id() + "/Statistics")
                        .put("cumulative_statistics", workspace + "/Workers/CumulativeStatistics")
                        .put("real_time_statistics", workspace + "/Workers/RealTimeStatistics"))
                .put("url", workspace + "/Workers/" + worker.id());
    }
}
