package org.jackfield.engine.work;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jackfield.engine.time.Timers;

/**
 * The signals that wait for a workspace's owner: handled in order, equal ones once, and whatever came meanwhile together. A handler
 * that answers a pause gets the same signals again after it, before all others. Thread-safe.
 */
final class SignalBox {

    /** At most so many together, so that the first of many does not wait for the last. */
    static final int MOST = 64;

    private final ReentrantLock lock = new ReentrantLock();
    private final LinkedHashSet<WorkSignals.Signal> waiting = new LinkedHashSet<>();
    private final Executor executor;
    private final Timers timers;
    private final Function<List<WorkSignals.Signal>, Optional<Duration>> handler;
    private boolean draining;
    private boolean closed;

    SignalBox(Executor executor, Timers timers, Function<List<WorkSignals.Signal>, Optional<Duration>> handler) {
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
        for (List<WorkSignals.Signal> next = take(); !next.isEmpty(); next = take()) {
            Optional<Duration> pause = handler.apply(next);
            if (pause.isPresent()) {
                putBack(next);
                timers.after(pause.get(), () -> executor.execute(this::drain));
                return;
            }
        }
    }

    private List<WorkSignals.Signal> take() {
        lock.lock();
        try {
            draining = !waiting.isEmpty();
            List<WorkSignals.Signal> first = new ArrayList<>();
            while (!waiting.isEmpty() && first.size() < MOST) {
                first.add(waiting.removeFirst());
            }
            return first;
        } finally {
            lock.unlock();
        }
    }

    private void putBack(List<WorkSignals.Signal> signals) {
        lock.lock();
        try {
            if (!closed) {
                signals.reversed().forEach(waiting::addFirst);
            }
        } finally {
            lock.unlock();
        }
    }
}
