package org.jackfield.app.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.event.EventSearch;
import org.jackfield.engine.event.EventSearch.Query;
import org.jackfield.engine.event.EventSearch.Subject;
import org.jackfield.engine.time.Span;
import org.jackfield.engine.work.Reservation;
import org.jackfield.engine.work.Workspace;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happened in a workspace, newest first, in the words that existing SDKs know. */
@RestController
final class WorkEventResource {

    private static final String EVENTS = Wire.WORKSPACES + "/{WorkspaceSid}/Events";
    private static final int MOST_MINUTES = 43_200;

    private final EventSearch events;
    private final WorkDesk desk;
    private final WorkEventViews views;
    private final Wire wire;
    private final InstantSource clock;

    WorkEventResource(EventSearch events, WorkDesk desk, WorkEventViews views, Wire wire, InstantSource clock) {
        this.events = events;
        this.desk = desk;
        this.views = views;
        this.wire = wire;
        this.clock = clock;
    }

    @GetMapping(EVENTS)
    View list(Ask ask) {
        Workspace workspace = desk.workspace(ask, ask.path("WorkspaceSid"));
        Optional<Query> query = query(ask, workspace.id());
        List<Event> read = query.map(one -> find(ask, one)).orElse(List.of());
        WorkEventViews.Page page = views.page(workspace, read);
        return ask.page().meta(new PageOf.Shape<>("events", Event::id, page::view), read, wire);
    }

    /** One that is named by its id is found by it, and is shown when it fits the rest. */
    private List<Event> find(Ask ask, Query query) {
        Optional<String> id = ask.params().text("Sid").filter(text -> !text.isBlank());
        if (id.isEmpty()) {
            return desk.read(() -> events.find(query, ask.page().paging()));
        }
        return desk.read(() -> events.find(ask.account(), id.get())).filter(query::isMetBy).stream().toList();
    }

    @GetMapping(EVENTS + "/{Sid}")
    View read(Ask ask) {
        Workspace workspace = desk.workspace(ask, ask.path("WorkspaceSid"));
        String id = ask.path("Sid");
        Event event = desk.read(() -> events.find(ask.account(), id))
                .filter(found -> workspace.id().equals(found.data().get(Subject.WORKSPACE.member()))
                        && WorkEventType.of(found.type()).isPresent())
                .orElseThrow(() -> WorkDesk.missing("event", id));
        return views.page(workspace, List.of(event)).view(event);
    }

    /** Empty when what is asked for is not there, so that nothing happened to it. */
    private Optional<Query> query(Ask ask, String workspace) {
        Params params = ask.params();
        Map<String, String> also = new HashMap<>(Map.of(Subject.WORKSPACE.member(), workspace));
        params.text("TaskQueueSid").ifPresent(id -> also.put("queue", id));
        params.text("WorkflowSid").ifPresent(id -> also.put("policy", id));
        StatisticsParams.medium(params).ifPresent(medium -> also.put("medium", medium));
        params.text("WorkerSid").ifPresent(id -> also.put(Subject.WORKER.member(), id));
        params.text("TaskSid").ifPresent(id -> also.put(Subject.WORK_ITEM.member(), id));
        Optional<String> reservation = params.text("ReservationSid");
        if (reservation.isPresent()) {
            Optional<String> item = desk.read(() -> desk.stores().reservations().find(ask.account(), reservation.get()))
                    .map(Reservation::workItemId);
            if (item.isEmpty() || !item.get().equals(also.getOrDefault(Subject.WORK_ITEM.member(), item.get()))) {
                return Optional.empty();
            }
            also.put("reservation", reservation.get());
            also.put(Subject.WORK_ITEM.member(), item.get());
        }
        Subject subject = subject(also);
        return Optional.of(new Query(ask.account(), subject, also.getOrDefault(subject.member(), workspace), also,
                WorkEventType.ours(params.text("EventType")), span(params)));
    }

    /** What narrows the search most. */
    private static Subject subject(Map<String, String> also) {
        if (also.containsKey(Subject.WORK_ITEM.member())) {
            return Subject.WORK_ITEM;
        }
        return also.containsKey(Subject.WORKER.member()) ? Subject.WORKER : Subject.WORKSPACE;
    }

    /** From the later of both starts. */
    private Span span(Params params) {
        Optional<Instant> since = params.number("Minutes", 1, MOST_MINUTES)
                .map(minutes -> clock.instant().minus(Duration.ofMinutes(minutes)));
        Optional<Instant> start = Times.instant(params, "StartDate");
        return new Span(since.filter(time -> start.map(time::isAfter).orElse(true)).or(() -> start),
                Times.instant(params, "EndDate"));
    }
}
