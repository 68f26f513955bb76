package org.jackfield.engine.store.event;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one waiting thread; many nudges before it wakes count as one. Thread-safe. */
final class Nudge implements Runnable {

    private final Semaphore pending = new Semaphore(0);

    @Override
    public void run() {
        pending.release();
    }

    /** Waits for a nudge, at most this long. */
    void await(Duration longest) throws InterruptedException {
        if (pending.tryAcquire(longest.toMillis(), TimeUnit.MILLISECONDS)) {
            pending.drainPermits();
        }
    }
}
