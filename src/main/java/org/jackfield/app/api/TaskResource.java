package org.jackfield.app.api;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.work.Reservation;
import org.jackfield.engine.work.WorkItem;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Work items and their reservations, to look at. */
@RestController
final class TaskResource {

    private static final String TASKS = Wire.WORKSPACES + "/{WorkspaceSid}/Tasks";
    private static final String RESERVATIONS = TASKS + "/{TaskSid}/Reservations";

    private final WorkDesk desk;
    private final Wire wire;
    private final InstantSource clock;

    TaskResource(WorkDesk desk, Wire wire, InstantSource clock) {
        this.desk = desk;
        this.wire = wire;
        this.clock = clock;
    }

    @GetMapping(TASKS)
    View list(Ask ask) {
        String workspace = desk.workspaceId(ask);
        Optional<String> status = ask.params().text("AssignmentStatus");
        Optional<String> queue = ask.params().text("TaskQueueSid");
        List<WorkItem> read = desk
                .read(() -> desk.stores().items().list(ask.account(), workspace, ask.page().paging()));
        Map<String, String> queues = desk.queueNames(ask, workspace, read);
        return ask.page()
                .meta(new PageOf.Shape<>("tasks", WorkItem::id, (WorkItem item) -> view(ask, item, queues))
                        .only(item -> status.map(item.state().word()::equals).orElse(true)
                                && queue.map(item.origin().queueId()::equals).orElse(true)),
                        read, wire);
    }

    @GetMapping(TASKS + "/{Sid}")
    View read(Ask ask) {
        WorkItem item = desk.item(ask, desk.workspaceId(ask), ask.path("Sid"));
        return view(ask, item, desk.queueNames(ask, item.workspaceId(), List.of(item)));
    }

    @GetMapping(RESERVATIONS)
    View reservations(Ask ask) {
        WorkItem item = desk.item(ask, desk.workspaceId(ask), ask.path("TaskSid"));
        Optional<String> status = ask.params().text("ReservationStatus");
        List<Reservation> read = desk.read(
                () -> desk.stores().reservations().listOfItem(ask.account(), item.id(), ask.page().paging()));
        Map<String, String> workers = desk.workerNames(ask, item.workspaceId(), read);
        return ask.page()
                .meta(new PageOf.Shape<>("reservations", Reservation::id,
                        (Reservation reservation) -> view(ask, reservation, workers))
                        .only(reservation -> status.map(reservation.state().word()::equals).orElse(true)), read, wire);
    }

    @GetMapping(RESERVATIONS + "/{Sid}")
    View reservation(Ask ask) {
        WorkItem item = desk.item(ask, desk.workspaceId(ask), ask.path("TaskSid"));
        String id = ask.path("Sid");
        Reservation reservation = desk.read(() -> desk.stores().reservations().find(ask.account(), id))
                .filter(found -> found.workItemId().equals(item.id()))
                .orElseThrow(() -> WorkDesk.missing("reservation", id));
        return view(ask, reservation, desk.workerNames(ask, item.workspaceId(), List.of(reservation)));
    }

    private View view(Ask ask, WorkItem item, Map<String, String> queues) {
        WorkItem.Origin origin = item.origin();
        String workspace = wire.absolute(Wire.WORKSPACES + "/" + item.workspaceId());
        String url = workspace + "/Tasks/" + item.id();
        return new View().put("sid", item.id())
                .put("account_sid", ask.sid())
                .put("workspace_sid", item.workspaceId())
                .put("task_queue_sid", origin.queueId())
                .put("task_queue_friendly_name", queues.getOrDefault(origin.queueId(), ""))
                .put("workflow_sid", null)
                .put("workflow_friendly_name", null)
                .put("task_channel_sid", null)
                .put("task_channel_unique_name", origin.medium())
                .put("attributes", JsonParam.write(origin.attributes()))
                .put("assignment_status", item.state().word())
                .put("priority", origin.priority())
                .put("age", Math.max(0, Duration.between(origin.created(), clock.instant()).toSeconds()))
                .put("reason", item.standing().reason())
                .put("timeout", Duration.between(origin.created(), origin.waitsUntil()).toSeconds())
                .put("addons", "{}")
                .put("date_created", Times.iso8601(origin.created()))
                .put("date_updated", Times.iso8601(item.standing().changed()))
                .put("task_queue_entered_date", Times.iso8601(origin.created()))
                .put("virtual_start_time", Times.iso8601(origin.virtualStart()))
                .put("ignore_capacity", false)
                .put("routing_target", null)
                .put("links", new View().put("workspace", workspace).put("reservations", url + "/Reservations"))
                .put("url", url);
    }

    private View view(Ask ask, Reservation reservation, Map<String, String> workers) {
        String workspace = wire.absolute(Wire.WORKSPACES + "/" + reservation.workspaceId());
        String task = workspace + "/Tasks/" + reservation.workItemId();
        return new View().put("sid", reservation.id())
                .put("account_sid", ask.sid())
                .put("workspace_sid", reservation.workspaceId())
                .put("task_sid", reservation.workItemId())
                .put("worker_sid", reservation.workerId())
                .put("worker_name", workers.getOrDefault(reservation.workerId(), ""))
                .put("reservation_status", reservation.state().word())
                .put("date_created", Times.iso8601(reservation.created()))
                .put("date_updated", Times.iso8601(reservation.changed()))
                .put("links", new View().put("workspace", workspace)
                        .put("task", task)
                        .put("worker", workspace + "/Workers/" + reservation.workerId()))
                .put("url", task + "/Reservations/" + reservation.id());
    }
}
