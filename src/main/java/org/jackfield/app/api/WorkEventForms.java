package org.jackfield.app.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jackfield.app.callback.EventForms;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.WorkItem;
import org.jackfield.engine.work.Worker;
import org.jackfield.engine.work.Workspace;
import org.springframework.stereotype.Component;

/**
 * Events of a workspace as its application is told of them: what the list of events says, each field under its name in camel case.
 * Names and attributes are those of now.
 */
@Component
final class WorkEventForms implements EventForms {

    private final WorkDesk desk;
    private final WorkEventViews views;
    private final InstantSource clock;

    WorkEventForms(WorkDesk desk, WorkEventViews views, InstantSource clock) {
        this.desk = desk;
        this.views = views;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return WorkEventType.ours(Optional.empty());
    }

    @Override
    public Map<String, Map<String, String>> of(AccountId account, String workspaceId, List<Event> events) {
        List<Event> known = events.stream().filter(event -> WorkEventType.of(event.type()).isPresent()).toList();
        return desk.read(() -> desk.stores().workspaces().find(account, workspaceId))
                .map(workspace -> forms(workspace, known))
                .orElse(Map.of());
    }

    private Map<String, Map<String, String>> forms(Workspace workspace, List<Event> events) {
        WorkEventViews.Page page = views.page(workspace, events);
        Map<String, Worker> workers = byId(WorkEventViews.ids(events, "worker"), Worker::id,
                ids -> desk.stores().workers().findAll(workspace.account(), workspace.id(), ids));
        Map<String, WorkItem> items = byId(WorkEventViews.ids(events, "workItem"), WorkItem::id,
                ids -> desk.stores().items().findAll(workspace.account(), ids));
        return events.stream().collect(Collectors.toMap(Event::id, event -> {
            Map<String, String> form = form(page, event);
            found(event, "worker", workers).ifPresent(
                    worker -> form.put("WorkerAttributes", JsonParam.write(worker.attributes())));
            found(event, "workItem", items).ifPresent(item -> tell(form, item));
            return form;
        }));
    }

    private Map<String, String> form(WorkEventViews.Page page, Event event) {
        WorkEventType type = WorkEventType.of(event.type()).orElseThrow();
        Map<String, String> form = new LinkedHashMap<>();
        form.put("Sid", event.id());
        form.put("AccountSid", event.account().value());
        form.put("EventType", type.theirs());
        form.put("EventDescription", type.description());
        form.put("ResourceType", type.kind().word());
        form.put("ResourceSid", String.valueOf(event.data().get(type.kind().member())));
        form.put("Timestamp", String.valueOf(event.time().getEpochSecond()));
        form.put("TimestampMs", String.valueOf(event.time().toEpochMilli()));
        page.data(event, type).fields().forEach((name, value) -> form.put(camel(name), String.valueOf(value)));
        return form;
    }

    private void tell(Map<String, String> form, WorkItem item) {
        Instant now = clock.instant();
        form.put("TaskAttributes", JsonParam.write(item.origin().attributes()));
        form.put("TaskAge", String.valueOf(Math.max(0, Duration.between(item.origin().created(), now).toSeconds())));
    }

    private <T> Map<String, T> byId(Set<String> ids, Function<T, String> id, Function<Set<String>, List<T>> find) {
        return ids.isEmpty()
                ? Map.of()
                : desk.read(() -> find.apply(ids)).stream().collect(Collectors.toMap(id, Function.identity()));
    }

    private static <T> Optional<T> found(Event event, String member, Map<String, T> byId) {
        return Optional.ofNullable(event.data().get(member))
                .flatMap(id -> Optional.ofNullable(byId.get(String.valueOf(id))));
    }

    /** {@code task_queue_sid} is {@code TaskQueueSid}. */
    private static String camel(String name) {
        return Arrays.stream(name.split("_", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }
}
