package org.jackfield.connectors.rtp;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/** The even ports of a range: taken in turn, and free again some time after their release. Thread-safe. */
final class PortPool {

    private record Resting(int port, long until) {}

    private final MediaClock clock;
    private final long restNanos;
    private final ArrayDeque<Integer> free = new ArrayDeque<>();
    private final ArrayDeque<Resting> resting = new ArrayDeque<>();
    private final Set<Integer> taken = new HashSet<>();

    PortPool(PortRange range, Duration rest, MediaClock clock) {
        this.clock = clock;
        restNanos = rest.toNanos();
        for (int port = range.firstEven(); port < range.last(); port += 2) {
            free.add(port);
        }
    }

    /** The even port of a free pair, empty when none is left. */
    synchronized OptionalInt take() {
        wakeRested();
        var port = free.poll();
        if (port == null) {
            return OptionalInt.empty();
        }
        taken.add(port);
        return OptionalInt.of(port);
    }

    /** Gives the pair back; a second time has no effect. */
    synchronized void release(int port) {
        if (taken.remove(port)) {
            resting.add(new Resting(port, clock.nanos() + restNanos));
        }
    }

    synchronized int freeCount() {
        wakeRested();
        return free.size();
    }

    synchronized int restingCount() {
        wakeRested();
        return resting.size();
    }

    synchronized int takenCount() {
        return taken.size();
    }

    private void wakeRested() {
        for (var oldest = resting.peek(); oldest != null && oldest.until() <= clock.nanos(); oldest = resting.peek()) {
            free.add(resting.remove().port());
        }
    }
}
