package org.jackfield.engine.time;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Timers on one platform thread of their own. O(log n) to set, cancelled timers leave the queue at once. */
public final class ScheduledTimers implements Timers, AutoCloseable {

    private final ScheduledThreadPoolExecutor executor;

    public ScheduledTimers(String threadName) {
        executor = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name(threadName).factory());
        executor.setRemoveOnCancelPolicy(true);
    }

    @Override
    public Timer after(Duration delay, Runnable task) {
        Future<?> pending = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> pending.cancel(false);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
