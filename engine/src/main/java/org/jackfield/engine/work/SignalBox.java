package org.jackfield.engine.work;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jackfield.engine.time.Timers;

/**
 * The signals that wait for a workspace's owner: handled one at a time in order, equal ones once. A handler that answers
 * a pause gets the same signal again after it, before all others. Thread-safe.
 */
final class SignalBox {

    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashSet<WorkSignals.Signal> waiting = new LinkedHashSet<>();
    private final Executor executor;
    private final Timers timers;
    private final Function<WorkSignals.Signal, Optional<Duration>> handler;
    private boolean draining;
    private boolean closed;

    SignalBox(Executor executor, Timers timers, Function<WorkSignals.Signal, Optional<Duration>> handler) {
        this.executor = executor;
        this.timers = timers;
        this.handler = handler;
    }

    void post(WorkSignals.Signal signal) {
        boolean start;
        lock.lock();
        try {
            if (closed) {
                return;
            }
            waiting.add(signal);
            start = !draining;
            draining = true;
        } finally {
            lock.unlock();
        }
        if (start) {
            executor.execute(this::drain);
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            waiting.clear();
        } finally {
            lock.unlock();
        }
    }

    private void drain() {
        for (Optional<WorkSignals.Signal> next = take(); next.isPresent(); next = take()) {
            WorkSignals.Signal signal = next.get();
            Optional<Duration> pause = handler.apply(signal);
            if (pause.isPresent()) {
                putBack(signal);
                timers.after(pause.get(), () -> executor.execute(this::drain));
                return;
            }
        }
    }

    private Optional<WorkSignals.Signal> take() {
        lock.lock();
        try {
            draining = !waiting.isEmpty();
            return draining ? Optional.of(waiting.removeFirst()) : Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    private void putBack(WorkSignals.Signal signal) {
        lock.lock();
        try {
            if (!closed) {
                waiting.addFirst(signal);
            }
        } finally {
            lock.unlock();
        }
    }
}
