package org.jackfield.engine.presence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.jackfield.engine.time.ManualTimers;
import org.jackfield.engine.time.SettableClock;
import org.junit.jupiter.api.Test;

class RegistrationSweepTest {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ManualTimers timers = new ManualTimers(new SettableClock());
    private final AtomicInteger sweeps = new AtomicInteger();

    @Test
    void sweepsAgainWhenOneSweepFailed() {
        RegistrationSweep sweep = new RegistrationSweep(_ -> failFirst(), timers, PAUSE);
        sweep.start();

        timers.advance(PAUSE);
        await().until(() -> sweeps.get() == 1 && timers.pending() == 1);
        timers.advance(PAUSE);

        await().until(() -> sweeps.get() == 2 && timers.pending() == 1);
        sweep.close();
    }

    @Test
    void setsNoTimerWhenItIsClosed() {
        RegistrationSweep sweep = new RegistrationSweep(_ -> sweeps.incrementAndGet(), timers, PAUSE);
        sweep.start();
        sweep.close();

        timers.advance(PAUSE);

        await().during(Duration.ofMillis(100)).until(() -> sweeps.get() == 0);
        assertThat(timers.pending()).isZero();
    }

    private int failFirst() {
        if (sweeps.incrementAndGet() == 1) {
            throw new IllegalStateException("the database is away");
        }
        return 0;
    }
}
