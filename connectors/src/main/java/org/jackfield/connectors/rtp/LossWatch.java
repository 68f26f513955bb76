package org.jackfield.connectors.rtp;

import java.time.Duration;

/** Sees when a peer that should send has been silent for too long, once in a row. Confined to a media thread. */
final class LossWatch {

    private final long limitNanos;
    private boolean expecting;
    private long since;
    private boolean reported;

    LossWatch(Duration limit) {
        limitNanos = limit.toNanos();
    }

    void expect(boolean wanted, long now) {
        expecting = wanted && limitNanos > 0;
        since = now;
        reported = false;
    }

    boolean isLost(long lastHeard, long now) {
        if (!expecting) {
            return false;
        }
        boolean silent = now - Math.max(since, lastHeard) >= limitNanos;
        boolean lost = silent && !reported;
        reported = silent;
        return lost;
    }
}
