package org.jackfield.engine.presence;

import java.time.Duration;
import java.util.function.IntUnaryOperator;
import org.jackfield.engine.time.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what has expired now and then; reading skips it anyway, so being late only costs space. One virtual thread at a
 * time.
 */
public final class RegistrationSweep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationSweep.class);
    private static final int BATCH = 1_000;

    private final IntUnaryOperator removal;
    private final Timers timers;
    private final Duration pause;
    private volatile boolean running;

    /**
     * @param removal deletes up to that many and answers how many it deleted
     * @param pause the time between two sweeps
     */
    public RegistrationSweep(IntUnaryOperator removal, Timers timers, Duration pause) {
        this.removal = removal;
        this.timers = timers;
        this.pause = pause;
    }

    public void start() {
        running = true;
        schedule();
    }

    @Override
    public void close() {
        running = false;
    }

    private void schedule() {
        timers.after(pause, () -> Thread.ofVirtual().name("registration-sweep").start(this::sweep));
    }

    private void sweep() {
        if (!running) {
            return;
        }
        try {
            while (running && removal.applyAsInt(BATCH) == BATCH) {
                LOG.debug("{} expired registrations deleted", BATCH);
            }
        } catch (RuntimeException away) {
            LOG.debug("expired registrations stay for now: {}", away.getMessage());
        }
        schedule();
    }
}
