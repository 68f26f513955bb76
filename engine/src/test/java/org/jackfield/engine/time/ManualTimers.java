package org.jackfield.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;

/** Timers that run when a test says that time has passed, in order of their time, and move the clock with them. */
public final class ManualTimers implements Timers {

    private record Pending(Instant at, long order, Runnable task) {}

    private final SettableClock clock;
    private final PriorityQueue<Pending> pending = new PriorityQueue<>(
            Comparator.comparing(Pending::at).thenComparingLong(Pending::order));
    private long order;

    public ManualTimers(SettableClock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Timer after(Duration delay, Runnable task) {
        Pending entry = new Pending(clock.instant().plus(delay), order++, task);
        pending.add(entry);
        return () -> forget(entry);
    }

    /** Moves the clock and runs what falls due, also what the tasks themselves set. */
    public void advance(Duration duration) {
        Instant end = clock.instant().plus(duration);
        for (Optional<Pending> due = takeDue(end); due.isPresent(); due = takeDue(end)) {
            Pending next = due.get();
            clock.set(next.at());
            next.task().run();
        }
        clock.set(end);
    }

    public synchronized int pending() {
        return pending.size();
    }

    private synchronized Optional<Pending> takeDue(Instant end) {
        Pending first = pending.peek();
        return first == null || first.at().isAfter(end) ? Optional.empty() : Optional.ofNullable(pending.poll());
    }

    private synchronized void forget(Pending entry) {
        pending.remove(entry);
    }
}
