package org.jackfield.connectors.rtp;

/**
 * What RFC 3550 counts of a source: sequence numbers with wrap-around (section A.1), loss (A.3), interarrival jitter (A.8).
 * Confined to a media thread.
 */
final class Reception {

    private static final int MOST_DROPPED = 3_000;
    private static final int MOST_MISORDERED = 100;
    private static final int SEQUENCES = 1 << 16;

    private int highest;
    private int cycles;
    private int base;
    private int strange = -1;
    private long received;
    private long expectedBefore;
    private long receivedBefore;
    private long lostOfOlderSources;
    private long lastTransit;
    private boolean started;
    private boolean transitKnown;
    private long jitterBy16;

    /** A new synchronisation source begins. */
    void begin(int sequence) {
        lostOfOlderSources = lost();
        started = true;
        base = sequence;
        highest = sequence;
        cycles = 0;
        strange = -1;
        received = 0;
        expectedBefore = 0;
        receivedBefore = 0;
        transitKnown = false;
        jitterBy16 = 0;
    }

    /** Takes a packet; the arrival is in units of the RTP timestamp. */
    void packet(int sequence, int timestamp, long arrival, boolean audio) {
        if (follow(sequence)) {
            received++;
            if (audio) {
                measureJitter(arrival - (timestamp & 0xFFFF_FFFFL));
            }
        }
    }

    private boolean follow(int sequence) {
        int delta = (sequence - highest) & 0xFFFF;
        if (delta < MOST_DROPPED) {
            if (sequence < highest) {
                cycles += SEQUENCES;
            }
            highest = sequence;
        } else if (delta <= SEQUENCES - MOST_MISORDERED) {
            if (sequence != strange) {
                strange = (sequence + 1) & 0xFFFF;
                return false;
            }
            begin(sequence);
        }
        return true;
    }

    private void measureJitter(long transit) {
        if (transitKnown) {
            // The difference is taken modulo 2^32, as the timestamps are.
            long difference = Math.abs((int) (transit - lastTransit));
            jitterBy16 += difference - ((jitterBy16 + 8) >> 4);
        }
        transitKnown = true;
        lastTransit = transit;
    }

    boolean started() {
        return started;
    }

    long extendedHighest() {
        return (cycles & 0xFFFF_FFFFL) + highest;
    }

    /** In timestamp units. */
    long jitter() {
        return jitterBy16 >> 4;
    }

    long lost() {
        return lostOfOlderSources + (started ? expected() - received : 0);
    }

    /** The loss since the last report as a fraction of 256 (section 6.4.1). */
    int fractionLostSinceReport() {
        long expected = expected() - expectedBefore;
        long lost = expected - (received - receivedBefore);
        expectedBefore = expected();
        receivedBefore = received;
        return expected <= 0 || lost <= 0 ? 0 : (int) Math.min(255, (lost << 8) / expected);
    }

    private long expected() {
        return extendedHighest() - base + 1;
    }
}
