package org.jackfield.connectors.rtp;

/** Twenty milliseconds of coded sound, or of a pressed key. Mutable, made once for each user, copied through rings. */
final class Frame {

    static final int NO_EVENT = -1;

    final byte[] codes = new byte[MediaClock.SLOT_SAMPLES];
    Codec codec = Codec.PCMU;
    long slot;
    /** The telephone-event that is pressed during this slot (0-15), or {@link #NO_EVENT}. */
    int event = NO_EVENT;

    void silence() {
        java.util.Arrays.fill(codes, codec.encode((short) 0));
    }
}
