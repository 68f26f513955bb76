package org.jackfield.bench;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;

/**
 * Begins something at even instants, whatever became of what was begun before: who measures from the intended instant leaves out
 * none of the waiting (no coordinated omission).
 */
record OpenLoop(double perSecond) {

    /** Each on a thread of its own; told the instant at which it was to begin, as {@link System#nanoTime}. Returns when all ended. */
    int run(Duration time, LongConsumer begin) {
        double period = 1e9 / perSecond;
        int count = (int) (time.toNanos() / period);
        long start = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < count; i++) {
                long intended = start + (long) (i * period);
                for (long left = intended - System.nanoTime(); left > 0; left = intended - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                threads.execute(() -> begin.accept(intended));
            }
        }
        return count;
    }
}
