package org.jackfield.connectors.rtp;

/** The media clock, set by hand. */
final class ManualMediaClock extends MediaClock {

    private long nanos;

    @Override
    long nanos() {
        return nanos;
    }

    @Override
    void waitUntil(long until) {
        nanos = Math.max(nanos, until);
    }

    void setSlot(long slot) {
        nanos = slot * SLOT_NANOS;
    }

    void advance(java.time.Duration time) {
        nanos += time.toNanos();
    }
}
