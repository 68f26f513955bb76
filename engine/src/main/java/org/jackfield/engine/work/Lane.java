package org.jackfield.engine.work;

import java.time.Instant;
import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;

/** One queue on one medium: who waits, in order of their turn, and who could serve them now, the longest idle first. */
final class Lane {

    /** A waiting item: higher priority first, then the earlier start, then the earlier id. */
    record Turn(int priority, Instant start, String itemId) implements Comparable<Turn> {
        private static final Comparator<Turn> ORDER = Comparator.comparingInt((Turn turn) -> -turn.priority())
                .thenComparing(Turn::start)
                .thenComparing(Turn::itemId);

        static Turn of(WorkItem item) {
            return new Turn(item.origin().priority(), item.origin().virtualStart(), item.id());
        }

        @Override
        public int compareTo(Turn other) {
            return ORDER.compare(this, other);
        }
    }

    /** A worker with a free place. */
    record Idle(Instant since, String workerId) implements Comparable<Idle> {
        private static final Comparator<Idle> ORDER = Comparator.comparing(Idle::since).thenComparing(Idle::workerId);

        @Override
        public int compareTo(Idle other) {
            return ORDER.compare(this, other);
        }
    }

    private final NavigableSet<Turn> waiting = new TreeSet<>();
    private final NavigableSet<Idle> idle = new TreeSet<>();

    NavigableSet<Turn> waiting() {
        return waiting;
    }

    NavigableSet<Idle> idle() {
        return idle;
    }
}
