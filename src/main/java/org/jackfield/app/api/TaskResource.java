package org.jackfield.app.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.work.ItemAdministration;
import org.jackfield.engine.work.ItemAdministration.ItemChange;
import org.jackfield.engine.work.Medium;
import org.jackfield.engine.work.PolicyDocument;
import org.jackfield.engine.work.WorkDistribution;
import org.jackfield.engine.work.WorkDistribution.Answer;
import org.jackfield.engine.work.WorkDistribution.Destination;
import org.jackfield.engine.work.WorkDistribution.NewWorkItem;
import org.jackfield.engine.work.WorkDistribution.Terms;
import org.jackfield.engine.work.WorkItem;
import org.jackfield.engine.work.WorkItemState;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Work items. */
@RestController
final class TaskResource {

    private static final String TASKS = Wire.WORKSPACES + "/{WorkspaceSid}/Tasks";

    private static final int LONGEST_WAIT = 1_209_600;
    private static final int USUAL_WAIT = 86_400;

    private final WorkDistribution work;
    private final ItemAdministration changes;
    private final WorkDesk desk;
    private final TaskViews views;
    private final Wire wire;

    TaskResource(WorkDistribution work, ItemAdministration changes, WorkDesk desk, TaskViews views, Wire wire) {
        this.work = work;
        this.changes = changes;
        this.desk = desk;
        this.views = views;
        this.wire = wire;
    }

    @PostMapping(TASKS)
    ResponseEntity<View> create(Ask ask) {
        String workspace = desk.workspaceId(ask);
        Params params = ask.params();
        Map<String, Object> attributes = params.text("Attributes")
                .map(text -> JsonParam.read("Attributes", text))
                .orElse(Map.of());
        String id = work.enqueue(new NewWorkItem(ask.account(), destination(ask, workspace),
                params.text("TaskChannel").orElse(Medium.USUAL), "", attributes, terms(params)));
        WorkItem item = desk.item(ask, workspace, id);
        return Tags.answer(HttpStatus.CREATED, item.version(), views.one(ask, item));
    }

    private static Terms terms(Params params) {
        return new Terms(params.number("Priority", 0, Integer.MAX_VALUE).orElse(0),
                Duration.ofSeconds(params.number("Timeout", 1, LONGEST_WAIT).orElse(USUAL_WAIT)),
                Times.instant(params, "VirtualStartTime"),
                params.flag("IgnoreCapacity").orElse(false));
    }

    /** As asked; without a word the only policy of the workspace. The routing target may be any of them, or a worker. */
    private Destination destination(Ask ask, String workspace) {
        Params params = ask.params();
        Optional<String> target = params.text("RoutingTarget").filter(text -> !text.isBlank());
        if (target.isPresent() && target.get().startsWith(IdPrefix.WORKER.letters())) {
            return new Destination.ToWorker(workspace, desk.worker(ask, workspace, target.get()).id(),
                    params.text("TaskQueueSid"));
        }
        return among(ask, workspace,
                target.filter(text -> text.startsWith(IdPrefix.QUEUE.letters())).or(() -> params.text("TaskQueueSid")),
                target.filter(text -> !text.startsWith(IdPrefix.QUEUE.letters())).or(() -> params.text("WorkflowSid")));
    }

    private Destination among(Ask ask, String workspace, Optional<String> queue, Optional<String> policy) {
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
    ResponseEntity<View> update(Ask ask) {
        WorkItem item = desk.item(ask, desk.workspaceId(ask), ask.path("Sid"));
        Optional<String> status = ask.params().text("AssignmentStatus");
        ItemChange change = change(ask.params());
        if (status.isPresent() && !change.isEmpty()) {
            throw Params.invalid("AssignmentStatus", "is changed alone, nothing else of the task with it");
        }
        return answer(ask, desk.change(() -> {
            requireSeen(ask, item);
            status.ifPresentOrElse(word -> become(ask, ownToChange(item), word), () -> amend(item, change));
            return desk.item(ask, item.workspaceId(), item.id());
        }));
    }

    private void amend(WorkItem item, ItemChange change) {
        if (!change.isEmpty()) {
            changes.amend(item.account(), item.id(), change);
        }
    }

    private void become(Ask ask, WorkItem item, String status) {
        String reason = ask.params().text("Reason").orElse("");
        done(switch (status) {
            case "canceled" -> work.cancel(ask.account(), item.id(), reason);
            case "wrapping" -> work.wrapUp(ask.account(), item.id(), reason);
            case "completed" -> work.complete(ask.account(), item.id(), reason);
            default -> throw Params.invalid("AssignmentStatus", "is canceled, wrapping or completed");
        }, "task " + item.id(), status);
    }

    private static ItemChange change(Params params) {
        return new ItemChange(params.text("Attributes").map(text -> JsonParam.read("Attributes", text)),
                params.number("Priority", 0, Integer.MAX_VALUE), params.text("TaskChannel"),
                Times.instant(params, "VirtualStartTime"));
    }

    @DeleteMapping(TASKS + "/{Sid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Ask ask) {
        WorkItem item = desk.item(ask, desk.workspaceId(ask), ask.path("Sid"));
        desk.change(() -> {
            WorkItem seen = requireSeen(ask, item);
            changes.delete(ask.account(),
                    WorkItemState.TABLE.isFinal(seen.state()) ? seen.id() : ownToChange(seen).id());
            return seen;
        });
    }

    /** Nobody else changes it until the transaction ends. */
    private WorkItem requireSeen(Ask ask, WorkItem item) {
        WorkItem locked = desk.stores()
                .items()
                .lock(item.account(), item.id())
                .orElseThrow(() -> WorkDesk.missing("task", item.id()));
        Tags.require(ask, locked.version());
        return locked;
    }

    /** What becomes of a call's item the call decides, at the phones of caller and worker. */
    static WorkItem ownToChange(WorkItem item) {
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
        TaskFilter filter = new TaskFilter(desk, ask, workspace);
        List<WorkItem> read = filter.read();
        return ask.page()
                .meta(new PageOf.Shape<>("tasks", WorkItem::id, views.of(ask, workspace, read))
                        .only(filter.shown(views.now())), read, wire);
    }

    @GetMapping(TASKS + "/{Sid}")
    ResponseEntity<View> read(Ask ask) {
        return answer(ask, desk.item(ask, desk.workspaceId(ask), ask.path("Sid")));
    }

    private ResponseEntity<View> answer(Ask ask, WorkItem item) {
        return Tags.ok(item.version(), views.one(ask, item));
    }
}
