package org.jackfield.app.callback;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for what is due: whenever events were published, every second, and when asked to. One look at a time; who asks meanwhile
 * lets it look once more. Thread-safe.
 */
final class Lookout implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Lookout.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final String what;
    private final BooleanSupplier begin;
    private final Timers timers;
    private final Executor executor;
    private boolean looking;
    private boolean again;
    private boolean closed;

    /**
     * @param begin begins some of what is due; whether there may be more
     * @param executor gives each look a thread of its own that may block
     */
    Lookout(String what, BooleanSupplier begin, Timers timers, Executor executor) {
        this.what = what;
        this.begin = begin;
        this.timers = timers;
        this.executor = executor;
    }

    /** Begins; the watch is closed with the reader. */
    void start(EventReader events) {
        var _ = events.watch(this::look);
        lookNowAndThen();
    }

    @Override
    public synchronized void close() {
        closed = true;
    }

    synchronized boolean isClosed() {
        return closed;
    }

    synchronized void look() {
        again = true;
        if (!looking && !closed) {
            looking = true;
            executor.execute(this::lookUntilNothingIsDue);
        }
    }

    private synchronized void lookNowAndThen() {
        if (!closed) {
            look();
            var _ = timers.after(LOOK, this::lookNowAndThen);
        }
    }

    private void lookUntilNothingIsDue() {
        while (goesOn()) {
            try {
                boolean more = true;
                while (more && !isClosed()) {
                    more = begin.getAsBoolean();
                }
            } catch (StoreUnavailableException away) {
                LOG.debug("{} wait for the database", what);
            } catch (RuntimeException e) {
                LOG.error(what + " could not be looked for", e);
            }
        }
    }

    private synchronized boolean goesOn() {
        looking = again && !closed;
        again = false;
        return looking;
    }
}
