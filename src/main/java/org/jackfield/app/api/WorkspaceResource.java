package org.jackfield.app.api;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.work.Activity;
import org.jackfield.engine.work.PolicyAdministration;
import org.jackfield.engine.work.PolicyAdministration.PolicySpec;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.WorkAdministration;
import org.jackfield.engine.work.WorkAdministration.QueueSpec;
import org.jackfield.engine.work.WorkAdministration.WorkspaceChange;
import org.jackfield.engine.work.Workspace;
import org.jackfield.engine.work.callback.EventCallback;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Workspaces and what their workers can be doing. */
@RestController
final class WorkspaceResource {

    private static final String ONE = Wire.WORKSPACES + "/{Sid}";
    private static final String ACTIVITIES = Wire.WORKSPACES + "/{WorkspaceSid}/Activities";
    private static final List<String> PARTS = List.of("Activities", "Workers", "TaskQueues", "Tasks", "Workflows",
            "TaskChannels", "Events", "Statistics", "RealTimeStatistics", "CumulativeStatistics");

    private final WorkAdministration work;
    private final PolicyAdministration policies;
    private final WorkspaceCallbacks callbacks;
    private final WorkDesk desk;
    private final Wire wire;

    WorkspaceResource(WorkAdministration work, PolicyAdministration policies, WorkspaceCallbacks callbacks,
            WorkDesk desk, Wire wire) {
        this.work = work;
        this.policies = policies;
        this.callbacks = callbacks;
        this.desk = desk;
        this.wire = wire;
    }

    @PostMapping(Wire.WORKSPACES)
    @ResponseStatus(HttpStatus.CREATED)
    View create(Ask ask) {
        boolean withQueue = isTemplateWithQueue(ask.params());
        return one(ask, desk.change(() -> {
            Workspace made = work.createWorkspace(ask.account(), ask.params().required("FriendlyName"));
            if (withQueue) {
                firstComeFirstServed(made);
            }
            callbacks.set(ask, made.id());
            return work.updateWorkspace(ask.account(), made.id(), new WorkspaceChange(Optional.empty(),
                    Optional.empty(), Optional.empty(), manner(ask.params(), made)));
        }));
    }

    @GetMapping(Wire.WORKSPACES)
    View list(Ask ask) {
        Optional<String> name = ask.params().text("FriendlyName");
        List<Workspace> read = desk.read(() -> desk.stores().workspaces().list(ask.account(), ask.page().paging()));
        Map<String, Activity> activities = desk.activities(ask, read);
        Map<String, EventCallback> told = callbacks.of(ask, read);
        return ask.page()
                .meta(new PageOf.Shape<>("workspaces", Workspace::id,
                        (Workspace workspace) -> view(ask, workspace, activities, told))
                        .only(workspace -> name.map(workspace.name()::equals).orElse(true)), read, wire);
    }

    @GetMapping(ONE)
    View read(Ask ask) {
        return one(ask, desk.workspace(ask, ask.path("Sid")));
    }

    @PostMapping(ONE)
    View update(Ask ask) {
        Params params = ask.params();
        Optional<String> sid = params.text("TimeoutActivitySid");
        Optional<Optional<String>> timeout = sid.isPresent()
                ? Optional.of(sid.filter(text -> !text.isEmpty()))
                : Optional.empty();
        String id = ask.path("Sid");
        return one(ask, desk.change(() -> {
            Workspace changed = work.updateWorkspace(ask.account(), id,
                    new WorkspaceChange(params.text("FriendlyName"), params.text("DefaultActivitySid"), timeout,
                            manner(params, desk.workspace(ask, id))));
            callbacks.set(ask, id);
            return changed;
        }));
    }

    private static Optional<Workspace.Manner> manner(Params params, Workspace before) {
        return Optional.of(new Workspace.Manner(
                params.flag("MultiTaskEnabled").map(several -> !several).orElse(before.manner().oneAtATime()),
                params.text("PrioritizeQueueOrder")
                        .map(word -> QueueResource.order("PrioritizeQueueOrder", word))
                        .orElse(before.manner().first())));
    }

    private static boolean isTemplateWithQueue(Params params) {
        return switch (params.text("Template").orElse("NONE")) {
            case "NONE" -> false;
            case "FIFO" -> true;
            default -> throw Params.invalid("Template", "is NONE or FIFO");
        };
    }

    /** A queue that everybody serves, and a policy that puts everything into it. */
    private void firstComeFirstServed(Workspace workspace) {
        Queue queue = work.createQueue(workspace.account(), workspace.id(), new QueueSpec("Everybody", ""));
        policies.create(workspace.account(), workspace.id(), new PolicySpec("First come, first served",
                Map.of("task_routing", Map.of("default_filter", Map.of("queue", queue.id()))), Optional.empty()));
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Ask ask) {
        work.deleteWorkspace(ask.account(), ask.path("Sid"));
    }

    @PostMapping(ACTIVITIES)
    @ResponseStatus(HttpStatus.CREATED)
    View createActivity(Ask ask) {
        return view(work.createActivity(ask.account(), ask.path("WorkspaceSid"),
                ask.params().required("FriendlyName"), ask.params().flag("Available").orElse(false)));
    }

    @GetMapping(ACTIVITIES)
    View activities(Ask ask) {
        String workspace = desk.workspaceId(ask);
        Optional<String> name = ask.params().text("FriendlyName");
        Optional<Boolean> available = ask.params().flag("Available");
        List<Activity> read = desk
                .read(() -> desk.stores().workspaces().listActivities(ask.account(), workspace, ask.page().paging()));
        return ask.page()
                .meta(new PageOf.Shape<>("activities", Activity::id, this::view)
                        .only(activity -> name.map(activity.name()::equals).orElse(true)
                                && available.map(wanted -> wanted == activity.available()).orElse(true)),
                        read, wire);
    }

    @GetMapping(ACTIVITIES + "/{Sid}")
    View activity(Ask ask) {
        return view(desk.activity(ask, desk.workspaceId(ask), ask.path("Sid")));
    }

    @PostMapping(ACTIVITIES + "/{Sid}")
    View renameActivity(Ask ask) {
        String workspace = desk.workspaceId(ask);
        Optional<String> name = ask.params().text("FriendlyName");
        return view(name.isPresent()
                ? work.renameActivity(ask.account(), workspace, ask.path("Sid"), name.get())
                : desk.activity(ask, workspace, ask.path("Sid")));
    }

    @DeleteMapping(ACTIVITIES + "/{Sid}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteActivity(Ask ask) {
        work.deleteActivity(ask.account(), ask.path("WorkspaceSid"), ask.path("Sid"));
    }

    private View one(Ask ask, Workspace workspace) {
        List<Workspace> one = List.of(workspace);
        return view(ask, workspace, desk.activities(ask, one), callbacks.of(ask, one));
    }

    private static Activity of(String id, Map<String, Activity> activities) {
        return Optional.ofNullable(activities.get(id)).orElseThrow(() -> WorkDesk.missing("activity", id));
    }

    private View view(Ask ask, Workspace workspace, Map<String, Activity> activities,
            Map<String, EventCallback> callbacks) {
        String url = wire.absolute(Wire.WORKSPACES + "/" + workspace.id());
        View links = new View();
        PARTS.forEach(part -> links.put(Wire.snake(part), url + "/" + part));
        Optional<Activity> timeout = workspace.timeoutActivity().map(id -> of(id, activities));
        Optional<EventCallback> told = Optional.ofNullable(callbacks.get(workspace.id()));
        Activity usual = of(workspace.defaultActivity(), activities);
        String created = Times.iso8601(workspace.created());
        return new View().put("sid", workspace.id())
                .put("account_sid", ask.sid())
                .put("friendly_name", workspace.name())
                .put("default_activity_sid", usual.id())
                .put("default_activity_name", usual.name())
                .put("timeout_activity_sid", timeout.map(Activity::id))
                .put("timeout_activity_name", timeout.map(Activity::name))
                .put("event_callback_url", told.map(EventCallback::url))
                .put("events_filter", told.map(callback -> WorkEventType.list(callback.types())))
                .put("multi_task_enabled", !workspace.manner().oneAtATime())
                .put("prioritize_queue_order", workspace.manner().first().name())
                .put("date_created", created)
                .put("date_updated", created)
                .put("links", links)
                .put("url", url);
    }

    private View view(Activity activity) {
        String workspace = wire.absolute(Wire.WORKSPACES + "/" + activity.workspaceId());
        return new View().put("sid", activity.id())
                .put("account_sid", activity.account().value())
                .put("workspace_sid", activity.workspaceId())
                .put("friendly_name", activity.name())
                .put("available", activity.available())
                .put("date_created", null)
                .put("date_updated", null)
                .put("links", new View().put("workspace", workspace))
                .put("url", workspace + "/Activities/" + activity.id());
    }
}
