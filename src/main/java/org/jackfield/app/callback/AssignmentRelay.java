package org.jackfield.app.callback;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.tenant.AccountId;
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
    private static final Duration LOOK = Duration.ofSeconds(1);
    /** Longer than both addresses of a policy may take. */
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int MOST = 64;
    private static final int MOST_OF_ACCOUNT = 16;
    private static final int AT_ONCE = 8;

    private final AssignmentCall call;
    private final CallbackParts parts;
    private final Clock clock;
    private final Timers timers;
    private final Executor executor;
    private final Map<AccountId, Integer> running = new HashMap<>();
    private boolean looking;
    private boolean again;
    private boolean closed;

    /** @param executor gives each call a thread of its own that may block */
    public AssignmentRelay(CallbackParts parts, JsonMapper json, Clock clock, Timers timers, Executor executor) {
        this.call = new AssignmentCall(parts, json, clock);
        this.parts = parts;
        this.clock = clock;
        this.timers = timers;
        this.executor = executor;
    }

    /** Begins; the watch is closed with the reader. */
    public void start(EventReader events) {
        var _ = events.watch(this::look);
        lookNowAndThen();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    private synchronized void lookNowAndThen() {
        if (!closed) {
            look();
            var _ = timers.after(LOOK, this::lookNowAndThen);
        }
    }

    /** One look at a time; who asks meanwhile lets it look once more. */
    private synchronized void look() {
        again = true;
        if (!looking && !closed) {
            looking = true;
            executor.execute(this::lookUntilNothingIsDue);
        }
    }

    private void lookUntilNothingIsDue() {
        while (goesOn()) {
            try {
                for (List<Owed> due = claim(); !due.isEmpty(); due = claim()) {
                    due.forEach(this::begin);
                }
            } catch (StoreUnavailableException away) {
                LOG.debug("callbacks wait for the database");
            } catch (RuntimeException e) {
                LOG.error("callbacks could not be claimed", e);
            }
        }
    }

    private synchronized boolean goesOn() {
        looking = again && !closed;
        again = false;
        return looking;
    }

    private List<Owed> claim() {
        int room = room();
        Instant now = clock.instant();
        return room == 0
                ? List.of()
                : parts.unit().run(() -> parts.stores().callbacks().claim(now, now.plus(LEASE), busy(), room));
    }

    private synchronized int room() {
        int all = running.values().stream().mapToInt(Integer::intValue).sum();
        return closed ? 0 : Math.min(AT_ONCE, MOST - all);
    }

    private synchronized Set<AccountId> busy() {
        return running.entrySet()
                .stream()
                .filter(entry -> entry.getValue() >= MOST_OF_ACCOUNT)
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private void begin(Owed owed) {
        count(owed, 1);
        executor.execute(() -> {
            try {
                call.tell(owed);
            } catch (StoreUnavailableException away) {
                LOG.warn("the callback for {} is told again later: {}", owed.reservationId(), away.getMessage());
            } catch (RuntimeException e) {
                LOG.error("the callback for " + owed.reservationId() + " failed", e);
            } finally {
                count(owed, -1);
                look();
            }
        });
    }

    private synchronized void count(Owed owed, int more) {
        running.merge(owed.account(), more, Integer::sum);
        running.values().removeIf(count -> count == 0);
    }
}
