package org.jackfield.app.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.event.EventReader.Filter;
import org.jackfield.engine.people.Sessions;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * The account's events as server-sent events (WHATWG HTML, section 9.2). A client that sends the last id it saw resumes
 * there and misses nothing. Each stream has its own virtual thread and one page of events in memory, so a slow client
 * delays nobody; one that stops reading is dropped when the connection's write time runs out, and resumes.
 */
@RestController
final class EventResource {

    private static final int MOST_STREAMS = 2_000;

    private final EventReader reader;
    private final UnitOfWork unit;
    private final JsonMapper json;
    private final Sessions sessions;
    private final Clock clock;
    private final Semaphore places = new Semaphore(MOST_STREAMS);
    private volatile boolean closing;

    EventResource(EventReader reader, UnitOfWork unit, JsonMapper json, Sessions sessions, Clock clock) {
        this.reader = reader;
        this.unit = unit;
        this.json = json;
        this.sessions = sessions;
        this.clock = clock;
    }

    @GetMapping(Wire.NATIVE + "/events")
    void stream(Ask ask, HttpServletResponse response) throws IOException {
        Filter filter = new Filter(ask.account(), ask.params().text("key"), Set.copyOf(ask.params().all("type")));
        Start start = start(ask, filter);
        if (!places.tryAcquire()) {
            throw new DomainException(ErrorCode.TOO_MANY_REQUESTS, "too many event streams are open");
        }
        try {
            response.setContentType("text/event-stream;charset=UTF-8");
            response.setHeader("X-Accel-Buffering", "no");
            SessionWatch session = new SessionWatch(ask, sessions, unit, clock);
            EventStream stream = new EventStream(reader, unit, json, filter, () -> closing || session.isOver());
            start.gapAfter().ifPresent(stream::tellGap);
            stream.run(start.position(), response);
        } finally {
            places.release();
        }
    }

    @GetMapping(Wire.NATIVE + "/event-types")
    View types(Ask ask) {
        return new View().put("types", EventTypes.ALL.stream()
                .map(type -> new View().put("type", type.name()).put("description", type.description()))
                .toList());
    }

    /** Streams end before the server waits for open requests. */
    @EventListener
    void closing(ContextClosedEvent event) {
        closing = true;
    }

    /** Where a stream starts, and the id after which something may be missing when that event is no longer kept. */
    private record Start(long position, Optional<String> gapAfter) {}

    private Start start(Ask ask, Filter filter) {
        String last = Optional.ofNullable(ask.request().getHeader("Last-Event-ID")).orElse("").strip();
        if (last.isEmpty()) {
            return new Start(filter.key().isPresent() ? 0 : unit.run(reader::lastPosition), Optional.empty());
        }
        if (last.matches("[0-9]{1,18}")) {
            return new Start(Long.parseLong(last), Optional.empty());
        }
        if (!last.matches("[A-Za-z0-9]{1,64}")) {
            throw Params.invalid("Last-Event-ID", "is not an id of an event");
        }
        List<Long> known = unit.read(() -> reader.positionOf(ask.account(), last)).stream().toList();
        return known.isEmpty() ? new Start(0, Optional.of(last)) : new Start(known.getFirst(), Optional.empty());
    }
}
