package org.jackfield.bench;

import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jackfield.bench.Contender.Turn;

/** Clients that each do one thing after the other until the time is over, on a thread of their own each. */
record Clients(int number) {

    /** One thing from its beginning to its end; the client's number is told. */
    @FunctionalInterface
    interface Step {
        void run(int client) throws Exception;
    }

    Turn run(Duration time, Step step) {
        AtomicInteger done = new AtomicInteger();
        AtomicInteger failed = new AtomicInteger();
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int client = 0; client < number; client++) {
                int self = client;
                threads.execute(() -> {
                    while (System.nanoTime() - begin < time.toNanos()) {
                        (succeeds(step, self) ? done : failed).incrementAndGet();
                    }
                });
            }
        }
        return new Turn(done.get(), failed.get(), (System.nanoTime() - begin) / 1e9);
    }

    private static boolean succeeds(Step step, int client) {
        try {
            step.run(client);
            return true;
        } catch (Exception e) {
            System.getLogger(Clients.class.getName()).log(Level.WARNING, "client " + client + " failed", e);
            return false;
        }
    }
}
