package org.jackfield.engine.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SweepTest {

    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final ManualTimers timers = new ManualTimers(new SettableClock());
    private final AtomicInteger sweeps = new AtomicInteger();

    @Test
    void sweepsAgainWhenOneSweepFailed() {
        Sweep sweep = new Sweep("old rows", _ -> failFirst(), timers, PAUSE);
        sweep.start();

        timers.advance(PAUSE);
        await().until(() -> sweeps.get() == 1 && timers.pending() == 1);
        timers.advance(PAUSE);

        await().until(() -> sweeps.get() == 2 && timers.pending() == 1);
        sweep.close();
    }

    @Test
    void setsNoTimerWhenItIsClosed() {
        Sweep sweep = new Sweep("old rows", _ -> sweeps.incrementAndGet(), timers, PAUSE);
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
