package org.jackfield.app.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jackfield.engine.work.WorkItem;
import org.springframework.stereotype.Component;

/** Work items as existing SDKs read them. */
@Component
final class TaskViews {

    private final WorkDesk desk;
    private final Wire wire;
    private final InstantSource clock;

    TaskViews(WorkDesk desk, Wire wire, InstantSource clock) {
        this.desk = desk;
        this.wire = wire;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    View one(Ask ask, WorkItem item) {
        return of(ask, item.workspaceId(), List.of(item)).apply(item);
    }

    /** The views of the items of one workspace; what they name is read once for all of them. */
    Function<WorkItem, View> of(Ask ask, String workspace, List<WorkItem> items) {
        Names names = new Names(desk.queueNames(ask, workspace, items), desk.policyNames(ask, workspace, items),
                desk.mediumIds(ask, workspace, items));
        return item -> view(ask, item, names);
    }

    /** Of queues and policies by id, and the ids of media by name. */
    private record Names(Map<String, String> queues, Map<String, String> policies, Map<String, String> media) {}

    private View view(Ask ask, WorkItem item, Names names) {
        WorkItem.Origin origin = item.origin();
        WorkItem.Place place = item.place();
        Optional<String> policy = place.course().map(WorkItem.Course::policyId);
        String workspace = wire.absolute(Wire.WORKSPACES + "/" + item.workspaceId());
        String url = workspace + "/Tasks/" + item.id();
        return new View().put("sid", item.id())
                .put("account_sid", ask.sid())
                .put("workspace_sid", item.workspaceId())
                .put("task_queue_sid", place.queueId().isEmpty() ? null : place.queueId())
                .put("task_queue_friendly_name", names.queues().getOrDefault(place.queueId(), ""))
                .put("workflow_sid", policy)
                .put("workflow_friendly_name", policy.map(id -> names.policies().getOrDefault(id, "")))
                .put("task_channel_sid", names.media().get(origin.medium()))
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
                .put("routing_target", origin.wantedWorker())
                .put("links", new View().put("workspace", workspace).put("reservations", url + "/Reservations"))
                .put("url", url);
    }
}
