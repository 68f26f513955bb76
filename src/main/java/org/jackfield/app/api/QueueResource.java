package org.jackfield.app.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jackfield.engine.id.TimedId;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.WorkAdministration;
import org.jackfield.engine.work.WorkAdministration.QueueSpec;
import org.jackfield.engine.work.Worker;
import org.jackfield.engine.work.WorkerConditions;
import org.jackfield.engine.work.match.QueueRule;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Queues and which workers serve them. */
@RestController
final class QueueResource {

    private static final String QUEUES = Wire.WORKSPACES + "/{WorkspaceSid}/TaskQueues";
    private static final String EVERYBODY = "1==1";
    private static final int MOST_RESERVED = 50;

    private final WorkAdministration work;
    private final WorkDesk desk;
    private final Wire wire;

    QueueResource(WorkAdministration work, WorkDesk desk, Wire wire) {
        this.work = work;
        this.desk = desk;
        this.wire = wire;
    }

    @PostMapping(QUEUES)
    @ResponseStatus(HttpStatus.CREATED)
    View create(Ask ask) {
        ask.params().required("FriendlyName");
        Queue usual = new Queue(ask.account(), "", "", "", "", QueueRule.Order.FIFO, 1, Optional.empty(),
                Optional.empty());
        return one(ask, work.createQueue(ask.account(), desk.workspaceId(ask), spec(ask.params(), usual)));
    }

    @GetMapping(QUEUES)
    View list(Ask ask) {
        String workspace = desk.workspaceId(ask);
        Optional<Boolean> latestFirst = Sorting.latestFirst(ask.params(), "DateUpdated");
        List<Queue> read = desk.read(() -> latestFirst.isPresent()
                ? Sorting.byTime(ask.page(), latestFirst.get(),
                        paging -> desk.stores().queues().listByUpdate(ask.account(), workspace, paging))
                : desk.stores().queues().list(ask.account(), workspace, ask.page().paging()));
        Function<Queue, String> place = latestFirst.isPresent()
                ? queue -> new TimedId(queue.updated(), queue.id()).text()
                : Queue::id;
        Map<String, String> activities = activityNames(ask, workspace, read);
        return ask.page()
                .meta(new PageOf.Shape<>("task_queues", place, (Queue queue) -> view(queue, activities))
                        .only(shown(ask, workspace)), read, wire);
    }

    /** By name, by a worker who serves it, by attributes that somebody who serves it would have. */
    private Predicate<Queue> shown(Ask ask, String workspace) {
        Params params = ask.params();
        Optional<String> name = params.text("FriendlyName");
        Optional<Worker> worker = params.text("WorkerSid").map(id -> desk.worker(ask, workspace, id));
        String activity = worker.map(known -> desk.activity(ask, workspace, known.activityId()).name()).orElse("");
        Optional<Map<String, Object>> attributes = params.text("EvaluateWorkerAttributes")
                .map(text -> JsonParam.read("EvaluateWorkerAttributes", text));
        return queue -> name.map(queue.name()::equals).orElse(true)
                && worker.map(known -> WorkerConditions.of(queue).matches(known, activity)).orElse(true)
                && attributes.map(given -> WorkerConditions.of(queue).matches(given)).orElse(true);
    }

    @GetMapping(QUEUES + "/{Sid}")
    View read(Ask ask) {
        return one(ask, desk.queue(ask, desk.workspaceId(ask), ask.path("Sid")));
    }

    @PostMapping(QUEUES + "/{Sid}")
    View update(Ask ask) {
        Queue known = desk.queue(ask, desk.workspaceId(ask), ask.path("Sid"));
        return one(ask, work.updateQueue(ask.account(), known.workspaceId(), known.id(), spec(ask.params(), known)));
    }

    @DeleteMapping(QUEUES + "/{Sid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Ask ask) {
        work.deleteQueue(ask.account(), desk.workspaceId(ask), ask.path("Sid"));
    }

    private static QueueSpec spec(Params params, Queue known) {
        QueueRule.Order order = params.text("TaskOrder")
                .map(word -> order("TaskOrder", word))
                .orElse(known.order());
        String target = params.text("TargetWorkers")
                .map(text -> text.replace(" ", "").equals(EVERYBODY) ? "" : text)
                .orElse(known.targetWorkers());
        return new QueueSpec(params.text("FriendlyName").orElse(known.name()), target, order,
                params.number("MaxReservedWorkers", 1, MOST_RESERVED).orElse(known.maxReserved()),
                known.reservationTimeout(), known.wrapUpTime(),
                new Queue.Moves(activity(params, "ReservationActivitySid", known.moves().whenReserved()),
                        activity(params, "AssignmentActivitySid", known.moves().whenAssigned())));
    }

    /** An empty id takes the activity away. */
    private static Optional<String> activity(Params params, String name, Optional<String> known) {
        Optional<String> given = params.text(name);
        return given.isPresent() ? given.filter(id -> !id.isBlank()) : known;
    }

    static QueueRule.Order order(String parameter, String word) {
        return switch (word) {
            case "FIFO" -> QueueRule.Order.FIFO;
            case "LIFO" -> QueueRule.Order.LIFO;
            default -> throw Params.invalid(parameter, "is FIFO or LIFO");
        };
    }

    private View one(Ask ask, Queue queue) {
        return view(queue, activityNames(ask, queue.workspaceId(), List.of(queue)));
    }

    private Map<String, String> activityNames(Ask ask, String workspace, List<Queue> queues) {
        return desk.activityNames(ask, workspace, queues.stream()
                .map(Queue::moves)
                .flatMap(moves -> Stream.of(moves.whenReserved(), moves.whenAssigned()))
                .flatMap(Optional::stream));
    }

    private View view(Queue queue, Map<String, String> activities) {
        Queue.Moves moves = queue.moves();
        String workspace = wire.absolute(Wire.WORKSPACES + "/" + queue.workspaceId());
        String url = workspace + "/TaskQueues/" + queue.id();
        return new View().put("sid", queue.id())
                .put("account_sid", queue.account().value())
                .put("workspace_sid", queue.workspaceId())
                .put("friendly_name", queue.name())
                .put("target_workers", queue.targetWorkers().isEmpty() ? EVERYBODY : queue.targetWorkers())
                .put("max_reserved_workers", queue.maxReserved())
                .put("task_order", queue.order().name())
                .put("reservation_activity_sid", moves.whenReserved())
                .put("reservation_activity_name", moves.whenReserved().map(activities::get))
                .put("assignment_activity_sid", moves.whenAssigned())
                .put("assignment_activity_name", moves.whenAssigned().map(activities::get))
                .put("date_created", null)
                .put("date_updated", Times.iso8601(queue.updated()))
                .put("links", StatisticsViews.links(new View().put("workspace", workspace), url))
                .put("url", url);
    }
}
