package org.jackfield.app.api;

import java.util.List;
import java.util.Optional;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.WorkAdministration;
import org.jackfield.engine.work.WorkAdministration.QueueSpec;
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
        return view(work.createQueue(ask.account(), desk.workspaceId(ask), spec(ask.params(), usual)));
    }

    @GetMapping(QUEUES)
    View list(Ask ask) {
        String workspace = desk.workspaceId(ask);
        Optional<String> name = ask.params().text("FriendlyName");
        List<Queue> read = desk.read(() -> desk.stores().queues().list(ask.account(), workspace, ask.page().paging()));
        return ask.page()
                .meta(new PageOf.Shape<>("task_queues", Queue::id, this::view)
                        .only(queue -> name.map(queue.name()::equals).orElse(true)), read, wire);
    }

    @GetMapping(QUEUES + "/{Sid}")
    View read(Ask ask) {
        return view(desk.queue(ask, desk.workspaceId(ask), ask.path("Sid")));
    }

    @PostMapping(QUEUES + "/{Sid}")
    View update(Ask ask) {
        Queue known = desk.queue(ask, desk.workspaceId(ask), ask.path("Sid"));
        return view(work.updateQueue(ask.account(), known.workspaceId(), known.id(), spec(ask.params(), known)));
    }

    @DeleteMapping(QUEUES + "/{Sid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Ask ask) {
        work.deleteQueue(ask.account(), desk.workspaceId(ask), ask.path("Sid"));
    }

    private static QueueSpec spec(Params params, Queue known) {
        QueueRule.Order order = params.text("TaskOrder").map(QueueResource::order).orElse(known.order());
        String target = params.text("TargetWorkers")
                .map(text -> text.replace(" ", "").equals(EVERYBODY) ? "" : text)
                .orElse(known.targetWorkers());
        return new QueueSpec(params.text("FriendlyName").orElse(known.name()), target, order,
                params.number("MaxReservedWorkers", 1, MOST_RESERVED).orElse(known.maxReserved()),
                known.reservationTimeout(), known.wrapUpTime());
    }

    private static QueueRule.Order order(String word) {
        return switch (word) {
            case "FIFO" -> QueueRule.Order.FIFO;
            case "LIFO" -> QueueRule.Order.LIFO;
            default -> throw Params.invalid("TaskOrder", "is FIFO or LIFO");
        };
    }

    private View view(Queue queue) {
        String workspace = wire.absolute(Wire.WORKSPACES + "/" + queue.workspaceId());
        String url = workspace + "/TaskQueues/" + queue.id();
        return new View().put("sid", queue.id())
                .put("account_sid", queue.account().value())
                .put("workspace_sid", queue.workspaceId())
                .put("friendly_name", queue.name())
                .put("target_workers", queue.targetWorkers().isEmpty() ? EVERYBODY : queue.targetWorkers())
                .put("max_reserved_workers", queue.maxReserved())
                .put("task_order", queue.order().name())
                .put("reservation_activity_sid", null)
                .put("reservation_activity_name", null)
                .put("assignment_activity_sid", null)
                .put("assignment_activity_name", null)
                .put("date_created", null)
                .put("date_updated", null)
                .put("links", StatisticsViews.links(new View().put("workspace", workspace), url))
                .put("url", url);
    }
}
