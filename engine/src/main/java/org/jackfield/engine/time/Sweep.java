package org.jackfield.engine.time;

import java.time.Duration;
import java.util.function.IntUnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Deletes what is past its time now and then; whoever reads skips it anyway, so being late only costs space. One virtual
 * thread at a time.
 */
public final class Sweep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
    private static final int BATCH = 1_000;

    private final String what;
    private final IntUnaryOperator removal;
    private final Timers timers;
    private final Duration pause;
    private volatile boolean running;

    /**
     * @param what it deletes, for logs
     * @param removal deletes up to that many and answers how many it deleted
     * @param pause the time between two sweeps
     */
    public Sweep(String what, IntUnaryOperator removal, Timers timers, Duration pause) {
        this.what = what;
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
        timers.after(pause, () -> Thread.ofVirtual().name("sweep of " + what).start(this::sweep));
    }

    private void sweep() {
        if (!running) {
            return;
        }
        try {
            while (running && removal.applyAsInt(BATCH) == BATCH) {
                LOG.debug("{} {} deleted", BATCH, what);
            }
        } catch (RuntimeException away) {
            LOG.debug("{} stay for now: {}", what, away.getMessage());
        }
        schedule();
    }
}
