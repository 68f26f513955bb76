package org.jackfield.app.api;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.jackfield.engine.unit.UnitOfWork;
import tools.jackson.databind.json.JsonMapper;

/** One client's stream of events. Confined to the thread of its request. */
final class EventStream {

    private static final int PAGE = 100;
    private static final int HEARTBEAT_SECONDS = 10;
    private static final int PROBE_MILLIS = 500;
    private static final String HEARTBEAT = ": still here\n\n";

    private final EventReader reader;
    private final UnitOfWork unit;
    private final JsonMapper json;
    private final EventReader.Filter filter;
    private final BooleanSupplier closing;
    private final StringBuilder pending = new StringBuilder(": events follow\n\n");
    private final Semaphore news = new Semaphore(1);

    EventStream(EventReader reader, UnitOfWork unit, JsonMapper json, EventReader.Filter filter,
            BooleanSupplier closing) {
        this.reader = reader;
        this.unit = unit;
        this.json = json;
        this.filter = filter;
        this.closing = closing;
    }

    /** Tells the client that events after that id are no longer kept; what is kept follows. */
    void tellGap(String lastId) {
        pending.append("event: gap\ndata: ")
                .append(json.writeValueAsString(new View().put("after", lastId)))
                .append("\n\n");
    }

    /** Streams until the client goes or the instance stops. */
    void run(long after, HttpServletResponse response) throws IOException {
        OutputStream out = response.getOutputStream();
        long position = after;
        int idle = 0;
        try (EventReader.Watch _ = reader.watch(news::release)) {
            while (!closing.getAsBoolean()) {
                flush(out);
                List<Event> page = news.tryAcquire(PROBE_MILLIS, TimeUnit.MILLISECONDS) ? read(position) : List.of();
                page.forEach(this::append);
                position = page.isEmpty() ? position : page.getLast().position();
                if (page.size() == PAGE) {
                    news.release();
                }
                idle = page.isEmpty() ? idle + PROBE_MILLIS : 0;
                if (idle >= TimeUnit.SECONDS.toMillis(HEARTBEAT_SECONDS)) {
                    pending.append(HEARTBEAT);
                    idle = 0;
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private List<Event> read(long after) {
        news.drainPermits();
        try {
            return unit.read(() -> reader.read(filter, after, PAGE));
        } catch (StoreUnavailableException away) {
            news.release();
            pending.append(HEARTBEAT);
            return List.of();
        }
    }

    private void append(Event event) {
        View envelope = new View().put("id", event.id())
                .put("position", event.position())
                .put("key", event.key())
                .put("seq", event.seq())
                .put("type", event.type())
                .put("time", event.time().toString())
                .put("account", event.account().value())
                .put("data", event.data());
        pending.append("id: ")
                .append(event.id())
                .append("\nevent: ")
                .append(event.type())
                .append("\ndata: ")
                .append(json.writeValueAsString(envelope))
                .append("\n\n");
    }

    private void flush(OutputStream out) throws IOException {
        if (!pending.isEmpty()) {
            out.write(pending.toString().getBytes(StandardCharsets.UTF_8));
            out.flush();
            pending.setLength(0);
        }
    }
}
