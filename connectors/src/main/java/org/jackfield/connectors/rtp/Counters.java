package org.jackfield.connectors.rtp;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLongArray;

/** Counts of a stream: written by its media thread alone, read by anybody. */
final class Counters {

    enum Count {
        SENT(0),
        RECEIVED(1),
        LOST(2),
        DISCARDED(3),
        MALFORMED(4),
        FOREIGN(5),
        JITTER_NANOS(6),
        ROUND_TRIP_NANOS(7);

        private final int index;

        Count(int index) {
            this.index = index;
        }
    }

    private final AtomicLongArray values = new AtomicLongArray(Count.values().length);

    void add(Count count) {
        values.setRelease(count.index, values.getPlain(count.index) + 1);
    }

    void set(Count count, long value) {
        values.setRelease(count.index, value);
    }

    long get(Count count) {
        return values.getAcquire(count.index);
    }

    StreamStatistics snapshot() {
        return new StreamStatistics(get(Count.SENT), get(Count.RECEIVED), get(Count.LOST), get(Count.DISCARDED),
                get(Count.MALFORMED), get(Count.FOREIGN), Duration.ofNanos(get(Count.JITTER_NANOS)),
                Duration.ofNanos(get(Count.ROUND_TRIP_NANOS)));
    }
}
