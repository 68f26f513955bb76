package org.jackfield.app.api;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.work.Reservation;
import org.jackfield.engine.work.WorkItem;
import org.jackfield.engine.work.Workspace;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The work items that are not finished, oldest first, each with the worker who is asked or has it. */
@RestController
final class WorkItemResource {

    private static final int USUAL_SIZE = 200;
    private static final int MOST_WORKSPACES = 100;

    private final WorkDesk desk;

    WorkItemResource(WorkDesk desk) {
        this.desk = desk;
    }

    @GetMapping(Wire.NATIVE + "/work-items")
    View list(Ask ask) {
        int size = ask.params().number("size", 1, Paging.MOST).orElse(USUAL_SIZE);
        String after = ask.params().text("after").orElse("");
        List<View> items = workspaces(ask).stream()
                .flatMap(workspace -> rows(ask, workspace, new Paging(after, size)))
                .sorted(Comparator.comparing(Row::id))
                .limit(size)
                .map(Row::view)
                .toList();
        return new View().put("work_items", items);
    }

    /** Ids are in the order of time, whatever workspace an item is of: so a page can go on after one. */
    private record Row(String id, View view) {}

    /** The one that is asked for, or all. */
    private List<String> workspaces(Ask ask) {
        Optional<String> one = ask.params().text("workspace");
        return one.isPresent()
                ? List.of(desk.workspace(ask, one.get()).id())
                : desk.read(() -> desk.stores().workspaces().list(ask.account(), Paging.first(MOST_WORKSPACES)))
                        .stream()
                        .map(Workspace::id)
                        .toList();
    }

    private Stream<Row> rows(Ask ask, String workspace, Paging paging) {
        List<WorkItem> items = desk.read(() -> desk.stores().items().listOpen(ask.account(), workspace, paging));
        Map<String, String> queues = desk.queueNames(ask, workspace, items);
        Map<String, Reservation> reservations = reservations(ask, items);
        Map<String, String> workers = desk.workerNames(ask, workspace, List.copyOf(reservations.values()));
        return items.stream()
                .map(item -> new Row(item.id(), view(item, queues, open(item, reservations), workers)));
    }

    private Map<String, Reservation> reservations(Ask ask, List<WorkItem> items) {
        Set<String> ids = items.stream()
                .flatMap(item -> item.standing().reservationId().stream())
                .collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : desk.read(() -> desk.stores().reservations().findAll(ask.account(), ids))
                        .stream()
                        .collect(Collectors.toMap(Reservation::id, Function.identity()));
    }

    private static Optional<Reservation> open(WorkItem item, Map<String, Reservation> reservations) {
        return item.standing()
                .reservationId()
                .flatMap(id -> Optional.ofNullable(reservations.get(id)))
                .filter(reservation -> reservation.state().isOpen());
    }

    private static View view(WorkItem item, Map<String, String> queues, Optional<Reservation> reservation,
            Map<String, String> workers) {
        Optional<String> worker = reservation.map(Reservation::workerId);
        return new View().put("sid", item.id())
                .put("workspace", item.workspaceId())
                .put("queue", item.place().queueId())
                .put("queue_name", queues.getOrDefault(item.place().queueId(), ""))
                .put("medium", item.origin().medium())
                .put("call", Optional.of(item.origin().subject()).filter(subject -> !subject.isEmpty()))
                .put("state", item.state().word())
                .put("priority", item.place().priority())
                .put("created", item.origin().created().toString())
                .put("since", item.standing().changed().toString())
                .put("worker", worker)
                .put("worker_name", worker.map(id -> workers.getOrDefault(id, "")));
    }
}
