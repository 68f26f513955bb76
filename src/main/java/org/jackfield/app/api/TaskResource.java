package org.jackfield.app.api;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.work.PolicyDocument;
import org.jackfield.engine.work.Reservation;
import org.jackfield.engine.work.WorkDistribution;
import org.jackfield.engine.work.WorkDistribution.Answer;
import org.jackfield.engine.work.WorkDistribution.Destination;
import org.jackfield.engine.work.WorkDistribution.NewWorkItem;
import org.jackfield.engine.work.WorkDistribution.Terms;
import org.jackfield.engine.work.WorkItem;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Work items and their reservations. */
@RestController
final class TaskResource {

    private static final String TASKS = Wire.WORKSPACES + "/{WorkspaceSid}/Tasks";
    private static final String RESERVATIONS = TASKS + "/{TaskSid}/Reservations";

    private static final int LONGEST_WAIT = 1_209_600;
    private static final int USUAL_WAIT = 86_400;
    private static final String USUAL_MEDIUM = "default";

    private final WorkDistribution work;
    private final WorkDesk desk;
    private final Wire wire;
    private final InstantSource clock;

    TaskResource(WorkDistribution work, WorkDesk desk, Wire wire, InstantSource clock) {
        this.work = work;
        this.desk = desk;
        this.wire = wire;
        this.clock = clock;
    }

    @PostMapping(TASKS)
    @ResponseStatus(HttpStatus.CREATED)
    View create(Ask ask) {
        String workspace = desk.workspaceId(ask);
        Params params = ask.params();
        Map<String, Object> attributes = params.text("Attributes")
                .map(text -> JsonParam.read("Attributes", text))
                .orElse(Map.of());
        String id = work.enqueue(new NewWorkItem(ask.account(), destination(ask, workspace),
                params.text("TaskChannel").orElse(USUAL_MEDIUM), "", attributes, terms(params)));
        return one(ask, desk.item(ask, workspace, id));
    }

    private static Terms terms(Params params) {
        return new Terms(params.number("Priority", 0, Integer.MAX_VALUE).orElse(0),
                Duration.ofSeconds(params.number("Timeout", 1, LONGEST_WAIT).orElse(USUAL_WAIT)),
                Times.instant(params, "VirtualStartTime"),
                params.flag("IgnoreCapacity").orElse(false));
    }

    /** As asked; without a word the only policy of the workspace. */
    private Destination destination(Ask ask, String workspace) {
        Params params = ask.params();
        Optional<String> queue = params.text("TaskQueueSid");
        Optional<String> policy = params.text("WorkflowSid");
        if (queue.isPresent() && policy.isPresent()) {
            throw Params.invalid("TaskQueueSid", "is not for a task that goes by a workflow");
        }
        if (queue.isPresent()) {
            return new Destination.ToQueue(desk.queue(ask, workspace, queue.get()).id());
        }
        if (policy.isPresent()) {
            return new Destination.ByPolicy(desk.policy(ask, workspace, policy.get()).id());
        }
        List<PolicyDocument> all = desk
                .read(() -> desk.stores().policies().list(ask.account(), workspace, Paging.first(2)));
        if (all.size() != 1) {
            throw Params.invalid("WorkflowSid", "is required in a workspace that has not exactly one workflow");
        }
        return new Destination.ByPolicy(all.getFirst().id());
    }

    @PostMapping(TASKS + "/{Sid}")
    View update(Ask ask) {
        WorkItem item = ownToChange(desk.item(ask, desk.workspaceId(ask), ask.path("Sid")));
        String reason = ask.params().text("Reason").orElse("");
        String status = ask.params().required("AssignmentStatus");
        done(switch (status) {
            case "canceled" -> work.cancel(ask.account(), item.id(), reason);
            case "wrapping" -> work.wrapUp(ask.account(), item.id(), reason);
            case "completed" -> work.complete(ask.account(), item.id(), reason);
            default -> throw Params.invalid("AssignmentStatus", "is canceled, wrapping or completed");
        }, "task " + item.id(), status);
        return one(ask, desk.item(ask, item.workspaceId(), item.id()));
    }

    @PostMapping(RESERVATIONS + "/{Sid}")
    View updateReservation(Ask ask) {
        WorkItem item = ownToChange(desk.item(ask, desk.workspaceId(ask), ask.path("TaskSid")));
        Reservation reservation = reservation(ask, item);
        String status = ask.params().required("ReservationStatus");
        done(switch (status) {
            case "accepted" -> work.accept(ask.account(), reservation.id());
            case "rejected" -> work.reject(ask.account(), reservation.id(), "");
            case "wrapping" -> work.wrapUp(ask.account(), item.id(), "");
            case "completed" -> work.complete(ask.account(), item.id(), "");
            default -> throw Params.invalid("ReservationStatus", "is accepted, rejected, wrapping or completed");
        }, "reservation " + reservation.id(), status);
        return view(ask, reservation(ask, item), desk.workerNames(ask, item.workspaceId(), List.of(reservation)));
    }

    /** What becomes of a call's item the call decides, at the phones of caller and worker. */
    private static WorkItem ownToChange(WorkItem item) {
        if (!item.origin().subject().isEmpty()) {
            throw new DomainException(ErrorCode.ILLEGAL_STATE,
                    "task " + item.id() + " follows call " + item.origin().subject()
                            + ": answer it at the worker's phone, hang the call up or redirect it");
        }
        return item;
    }

    private static void done(Answer answer, String what, String status) {
        if (answer == Answer.TOO_LATE) {
            throw new DomainException(ErrorCode.ILLEGAL_STATE, what + " cannot become " + status + " now");
        }
    }

    @GetMapping(TASKS)
    View list(Ask ask) {
        String workspace = desk.workspaceId(ask);
        Optional<String> status = ask.params().text("AssignmentStatus");
        Optional<String> queue = ask.params().text("TaskQueueSid");
        List<WorkItem> read = desk
                .read(() -> desk.stores().items().list(ask.account(), workspace, ask.page().paging()));
        Names names = names(ask, workspace, read);
        return ask.page()
                .meta(new PageOf.Shape<>("tasks", WorkItem::id, (WorkItem item) -> view(ask, item, names))
                        .only(item -> status.map(item.state().word()::equals).orElse(true)
                                && queue.map(item.place().queueId()::equals).orElse(true)),
                        read, wire);
    }

    @GetMapping(TASKS + "/{Sid}")
    View read(Ask ask) {
        return one(ask, desk.item(ask, desk.workspaceId(ask), ask.path("Sid")));
    }

    private View one(Ask ask, WorkItem item) {
        return view(ask, item, names(ask, item.workspaceId(), List.of(item)));
    }

    /** Of queues and policies, by id. */
    private record Names(Map<String, String> queues, Map<String, String> policies) {}

    private Names names(Ask ask, String workspace, List<WorkItem> items) {
        return new Names(desk.queueNames(ask, workspace, items), desk.policyNames(ask, workspace, items));
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
        Reservation reservation = reservation(ask, item);
        return view(ask, reservation, desk.workerNames(ask, item.workspaceId(), List.of(reservation)));
    }

    private Reservation reservation(Ask ask, WorkItem item) {
        String id = ask.path("Sid");
        return desk.read(() -> desk.stores().reservations().find(ask.account(), id))
                .filter(found -> found.workItemId().equals(item.id()))
                .orElseThrow(() -> WorkDesk.missing("reservation", id));
    }

    private View view(Ask ask, WorkItem item, Names names) {
        WorkItem.Origin origin = item.origin();
        WorkItem.Place place = item.place();
        Optional<String> policy = place.course().map(WorkItem.Course::policyId);
        String workspace = wire.absolute(Wire.WORKSPACES + "/" + item.workspaceId());
        String url = workspace + "/Tasks/" + item.id();
        return new View().put("sid", item.id())
                .put("account_sid", ask.sid())
                .put("workspace_sid", item.workspaceId())
                .put("task_queue_sid", place.queueId())
                .put("task_queue_friendly_name", names.queues().getOrDefault(place.queueId(), ""))
                .put("workflow_sid", policy)
                .put("workflow_friendly_name", policy.map(id -> names.policies().getOrDefault(id, "")))
                .put("task_channel_sid", null)
                .put("task_channel_unique_name", origin.medium())
                .put("attributes", JsonParam.write(origin.attributes()))
                .put("assignment_status", item.state().word())
                .put("priority", place.priority())
                .put("age", Math.max(0, Duration.between(origin.created(), clock.instant()).toSeconds()))
                .put("reason", item.standing().reason())
                .put("timeout", Duration.between(origin.created(), origin.waitsUntil()).toSeconds())
                .put("addons", "{}")
                .put("date_created", Times.iso8601(origin.created()))
                .put("date_updated", Times.iso8601(item.standing().changed()))
                .put("task_queue_entered_date", Times.iso8601(place.entered()))
                .put("virtual_start_time", Times.iso8601(origin.virtualStart()))
                .put("ignore_capacity", origin.ignoresCapacity())
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
