package org.jackfield.connectors.sip;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs what it is told one at a time and in order, on at most one thread of the executor; idle it holds none. */
final class SerialMailbox {

    private static final Logger LOG = System.getLogger(SerialMailbox.class.getName());

    private final Executor executor;
    private final FaultGuard guard;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    SerialMailbox(Executor executor, FaultGuard guard) {
        this.executor = executor;
        this.guard = guard;
    }

    void tell(Runnable task) {
        waiting.add(task);
        if (count.getAndIncrement() == 0) {
            try {
                executor.execute(this::drain);
            } catch (RejectedExecutionException e) {
                LOG.log(Level.DEBUG, "told after the end", e);
            }
        }
    }

    private void drain() {
        do {
            Runnable task = waiting.poll();
            if (task != null) {
                guard.run("a leg", task);
            }
        } while (count.decrementAndGet() > 0);
    }
}
