package org.jackfield.connectors.rtp;

import java.util.concurrent.locks.LockSupport;

/**
 * The steady time of the media threads, in nanoseconds and in slots of 20 ms since the server began. The only reader of
 * {@code System.nanoTime}. Slots are the same for all threads, so that recordings of two legs are aligned. Thread-safe; tests
 * set the time by hand.
 */
class MediaClock {

    static final long SLOT_NANOS = 20_000_000L;
    static final int SLOT_SAMPLES = 160;

    private final long origin = System.nanoTime();

    long nanos() {
        return System.nanoTime() - origin;
    }

    final long slot() {
        return nanos() / SLOT_NANOS;
    }

    /** Waits until the time has come; returns early when the thread is interrupted. */
    void waitUntil(long nanos) {
        long left = nanos - nanos();
        while (left > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(this, left);
            left = nanos - nanos();
        }
    }
}
