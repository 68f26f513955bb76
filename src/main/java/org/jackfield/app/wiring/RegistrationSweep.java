package org.jackfield.app.wiring;

import java.time.Duration;
import java.util.function.IntUnaryOperator;
import org.jackfield.engine.time.Timers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Deletes what has expired now and then; reading skips it anyway, so being late only costs space. */
final class RegistrationSweep implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(RegistrationSweep.class);
    private static final int BATCH = 1_000;

    private final IntUnaryOperator removal;
    private final Timers timers;
    private final Duration pause;
    private volatile boolean running;

    RegistrationSweep(IntUnaryOperator removal, Timers timers, Duration pause) {
        this.removal = removal;
        this.timers = timers;
        this.pause = pause;
    }

    @Override
    public void start() {
        running = true;
        schedule();
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
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
