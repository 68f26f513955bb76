package org.jackfield.app.callback;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executor;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.jackfield.engine.work.callback.EventCallbacks;
import org.jackfield.engine.work.callback.EventCallbacks.Claim;
import org.jackfield.engine.work.callback.EventCallbacks.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells applications what happens in their workspaces, beside distribution and never in its way. What is told is read from the
 * event stream, workspace by workspace in turns; so a node holds no more than the windows of the turns that it has, however many
 * addresses are dead and for however long. Addresses that failed at last have turns of their own, so that they cannot
 * take those of the others. Thread-safe.
 */
public final class EventCallbackRelay implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EventCallbackRelay.class);
    private static final int MOST = 24;
    private static final int MOST_FAILING = 8;
    private static final int MOST_OF_ACCOUNT = 4;
    private static final int AT_ONCE = 4;

    private final EventCallbackParts parts;
    private final Executor executor;
    private final Lookout lookout;
    private final Occupancy healthy = new Occupancy(MOST, MOST_OF_ACCOUNT);
    private final Occupancy failing = new Occupancy(MOST_FAILING, MOST_OF_ACCOUNT);

    /** @param executor gives each turn and each post a thread of its own that may block */
    public EventCallbackRelay(EventCallbackParts parts, Timers timers, Executor executor) {
        this.parts = parts;
        this.executor = executor;
        this.lookout = new Lookout("event callbacks", this::beginSome, timers, executor);
    }

    /** Begins; the watch is closed with the reader. */
    public void start(EventReader events) {
        lookout.start(events);
    }

    /** Turns that are under way send nothing more, and write what they came to. */
    @Override
    public void close() {
        lookout.close();
    }

    private boolean beginSome() {
        EventCallbacks callbacks = parts.store().callbacks();
        boolean more = parts.store().unit().<Boolean>run(() -> callbacks.notice(parts.clock().instant()));
        boolean began = begin(healthy, false);
        boolean tries = begin(failing, true);
        return more || began || tries;
    }

    private boolean begin(Occupancy occupancy, boolean failed) {
        int room = Math.min(AT_ONCE, occupancy.room());
        Instant now = parts.clock().instant();
        List<Turn> turns = room <= 0
                ? List.of()
                : parts.store()
                        .unit()
                        .run(() -> parts.store()
                                .callbacks()
                                .claim(new Claim(now, now.plus(EventTurn.LEASE), occupancy.busy(), failed, room)));
        turns.forEach(turn -> begin(turn, occupancy));
        return !turns.isEmpty();
    }

    private void begin(Turn turn, Occupancy occupancy) {
        AccountId account = turn.callback().account();
        String workspace = turn.callback().workspaceId();
        occupancy.begun(account);
        executor.execute(() -> {
            try {
                new EventTurn(parts, turn, executor, lookout::isClosed).run();
            } catch (StoreUnavailableException away) {
                LOG.warn("the events of {} are told again later: {}", workspace, away.getMessage());
            } catch (RuntimeException e) {
                LOG.error("telling the events of " + workspace + " failed", e);
            } finally {
                occupancy.ended(account);
                lookout.look();
            }
        });
    }
}
