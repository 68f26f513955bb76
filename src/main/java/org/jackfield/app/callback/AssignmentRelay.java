package org.jackfield.app.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.jackfield.engine.work.AssignmentCallbacks.Owed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tells applications of offers, beside distribution and never in its way: what is owed lies in the database, so it is told
 * at least once whichever node dies. At most so many at a time, of one account fewer, so that the slow addresses of one
 * account hold nobody else up. Looks whenever events were published, and every second. Thread-safe.
 */
public final class AssignmentRelay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AssignmentRelay.class);
    /** Longer than both addresses of a policy may take. */
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int MOST = 64;
    private static final int MOST_OF_ACCOUNT = 16;
    private static final int AT_ONCE = 8;

    private final AssignmentCall call;
    private final CallbackParts parts;
    private final Clock clock;
    private final Executor executor;
    private final Lookout lookout;
    private final Occupancy occupancy = new Occupancy(MOST, MOST_OF_ACCOUNT);

    /** @param executor gives each call a thread of its own that may block */
    public AssignmentRelay(CallbackParts parts, JsonMapper json, Clock clock, Timers timers, Executor executor) {
        this.call = new AssignmentCall(parts, json, clock);
        this.parts = parts;
        this.clock = clock;
        this.executor = executor;
        this.lookout = new Lookout("callbacks", this::beginSome, timers, executor);
    }

    /** Begins; the watch is closed with the reader. */
    public void start(EventReader events) {
        lookout.start(events);
    }

    @Override
    public void close() {
        lookout.close();
    }

    private boolean beginSome() {
        int room = Math.min(AT_ONCE, occupancy.room());
        Instant now = clock.instant();
        List<Owed> due = room <= 0
                ? List.of()
                : parts.unit()
                        .run(() -> parts.stores().callbacks().claim(now, now.plus(LEASE), occupancy.busy(), room));
        due.forEach(this::begin);
        return !due.isEmpty();
    }

    private void begin(Owed owed) {
        occupancy.begun(owed.account());
        executor.execute(() -> {
            try {
                call.tell(owed);
            } catch (StoreUnavailableException away) {
                LOG.warn("the callback for {} is told again later: {}", owed.reservationId(), away.getMessage());
            } catch (RuntimeException e) {
                LOG.error("the callback for " + owed.reservationId() + " failed", e);
            } finally {
                occupancy.ended(owed.account());
                lookout.look();
            }
        });
    }
}
