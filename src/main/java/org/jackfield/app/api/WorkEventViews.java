package org.jackfield.app.api;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.Activity;
import org.jackfield.engine.work.PolicyDocument;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.Worker;
import org.jackfield.engine.work.Workspace;
import org.springframework.stereotype.Component;

/** Events of work distribution as existing SDKs show them. Names are those of now, empty for what is gone. */
@Component
final class WorkEventViews {

    private static final String SOURCE = "jackfield";

    private final WorkDesk desk;
    private final Wire wire;

    WorkEventViews(WorkDesk desk, Wire wire) {
        this.desk = desk;
        this.wire = wire;
    }

    /** Names by id. */
    private record Names(Map<String, String> queues, Map<String, String> policies, Map<String, String> workers,
            Map<String, String> activities) {}

    /** Some events of a workspace, with the names that they need. */
    Page page(Workspace workspace, List<Event> events) {
        return new Page(workspace, names(workspace.account(), workspace.id(), events));
    }

    private Names names(AccountId account, String workspace, List<Event> events) {
        Set<String> activities = ids(events, "activity");
        activities.addAll(ids(events, "before"));
        return new Names(
                named(ids(events, "queue"), ids -> desk.stores().queues().findAll(account, workspace, ids),
                        Queue::id, Queue::name),
                named(ids(events, "policy"), ids -> desk.stores().policies().findAll(account, workspace, ids),
                        PolicyDocument::id, PolicyDocument::name),
                named(ids(events, "worker"), ids -> desk.stores().workers().findAll(account, workspace, ids),
                        Worker::id, Worker::name),
                named(activities,
                        ids -> desk.stores().workspaces().findActivities(account, Set.of(workspace), ids),
                        Activity::id, Activity::name));
    }

    private <T> Map<String, String> named(Set<String> ids, Function<Set<String>, List<T>> find, Function<T, String> id,
            Function<T, String> name) {
        return ids.isEmpty()
                ? Map.of()
                : desk.read(() -> find.apply(ids)).stream().collect(Collectors.toMap(id, name));
    }

    static Set<String> ids(List<Event> events, String member) {
        return events.stream()
                .map(event -> event.data().get(member))
                .filter(Objects::nonNull)
                .map(String::valueOf)
                .collect(Collectors.toSet());
    }

    /** Shows the events of one answer. */
    final class Page {

        private final Workspace workspace;
        private final Names names;

        private Page(Workspace workspace, Names names) {
            this.workspace = workspace;
            this.names = names;
        }

        View view(Event event) {
            WorkEventType type = WorkEventType.of(event.type()).orElseThrow();
            String url = wire.absolute(Wire.WORKSPACES + "/" + workspace.id());
            Optional<String> acting = actor(event, type);
            return new View().put("sid", event.id())
                    .put("account_sid", event.account().value())
                    .put("workspace_sid", workspace.id())
                    .put("event_type", type.theirs())
                    .put("event_date", Times.iso8601(event.time()))
                    .put("event_date_ms", event.time().toEpochMilli())
                    .put("event_data", data(event, type))
                    .put("description", type.description())
                    .put("resource_type", type.kind().word())
                    .put("resource_sid", text(event, type.kind().member()))
                    .put("resource_url", url + resource(event, type.kind()))
                    .put("actor_type", acting.isPresent() ? "worker" : "workspace")
                    .put("actor_sid", acting.orElse(workspace.id()))
                    .put("actor_url", acting.map(id -> url + "/Workers/" + id).orElse(url))
                    .put("source", SOURCE)
                    .put("source_ip_address", null)
                    .put("url", url + "/Events/" + event.id());
        }

        /** The worker, where he answered. */
        private static Optional<String> actor(Event event, WorkEventType type) {
            boolean answered = type == WorkEventType.RESERVATION_ACCEPTED || type == WorkEventType.RESERVATION_REJECTED;
            return answered ? Optional.of(text(event, "worker")) : Optional.empty();
        }

        private static String resource(Event event, WorkEventType.Kind kind) {
            String own = "/" + kind.collection() + "/" + text(event, kind.member());
            return kind == WorkEventType.Kind.RESERVATION ? "/Tasks/" + text(event, "workItem") + own : own;
        }

        View data(Event event, WorkEventType type) {
            View data = new View().put("workspace_sid", workspace.id()).put("workspace_name", workspace.name());
            copy(event, data, "workItem", "task_sid");
            named(event, data, "queue", "task_queue", names.queues());
            named(event, data, "policy", "workflow", names.policies());
            named(event, data, "worker", "worker", names.workers());
            named(event, data, "activity", "worker_activity", names.activities());
            named(event, data, "before", "worker_previous_activity", names.activities());
            copy(event, data, "reservation", "reservation_sid");
            copy(event, data, "medium", "task_channel_unique_name");
            copy(event, data, "priority", "task_priority");
            copy(event, data, "reason", reason(type));
            if (type.kind() == WorkEventType.Kind.TASK) {
                copy(event, data, "state", "task_assignment_status");
            }
            if (event.data().get("beforeMs") instanceof Number length) {
                data.put("worker_time_in_previous_activity",
                        String.valueOf(Duration.ofMillis(length.longValue()).toSeconds()))
                        .put("worker_time_in_previous_activity_ms", String.valueOf(length.longValue()));
            }
            return data;
        }

        private static String reason(WorkEventType type) {
            return switch (type) {
                case ITEM_CANCELED -> "task_canceled_reason";
                case ITEM_COMPLETED -> "task_completion_reason";
                default -> "reason";
            };
        }

        private static void copy(Event event, View data, String member, String name) {
            if (event.data().containsKey(member)) {
                data.put(name, text(event, member));
            }
        }

        private static void named(Event event, View data, String member, String name, Map<String, String> names) {
            if (event.data().containsKey(member)) {
                data.put(name + "_sid", text(event, member))
                        .put(name + "_name", names.getOrDefault(text(event, member), ""));
            }
        }

        private static String text(Event event, String member) {
            return String.valueOf(event.data().get(member));
        }
    }
}
