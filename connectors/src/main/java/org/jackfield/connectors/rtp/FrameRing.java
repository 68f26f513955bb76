package org.jackfield.connectors.rtp;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Carries frames from one thread to one other: bounded, no lock, no allocation. Frames are copied in and out. One thread may
 * offer, one may poll.
 */
final class FrameRing {

    private final int mask;
    private final byte[] codes;
    private final Codec[] codecs;
    private final byte[] events;
    private final long[] slots;
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong put = new AtomicLong();

    /** @param capacity in frames, a power of two */
    FrameRing(int capacity) {
        if (Integer.bitCount(capacity) != 1) {
            throw new IllegalArgumentException("the capacity must be a power of two: " + capacity);
        }
        mask = capacity - 1;
        codes = new byte[capacity * MediaClock.SLOT_SAMPLES];
        codecs = new Codec[capacity];
        events = new byte[capacity];
        slots = new long[capacity];
    }

    /** Copies the frame in; false when the ring is full. */
    boolean offer(Frame frame) {
        long at = put.getPlain();
        if (at - taken.getAcquire() > mask) {
            return false;
        }
        int index = (int) at & mask;
        System.arraycopy(frame.codes, 0, codes, index * MediaClock.SLOT_SAMPLES, MediaClock.SLOT_SAMPLES);
        codecs[index] = frame.codec;
        events[index] = (byte) frame.event;
        slots[index] = frame.slot;
        put.setRelease(at + 1);
        return true;
    }

    /** Copies the oldest frame out; false when the ring is empty. */
    boolean poll(Frame frame) {
        long at = taken.getPlain();
        if (at == put.getAcquire()) {
            return false;
        }
        int index = (int) at & mask;
        System.arraycopy(codes, index * MediaClock.SLOT_SAMPLES, frame.codes, 0, MediaClock.SLOT_SAMPLES);
        frame.codec = codecs[index];
        frame.event = events[index];
        frame.slot = slots[index];
        taken.setRelease(at + 1);
        return true;
    }

    /** How many frames wait, seen by the taking thread. */
    int size() {
        return (int) (put.getAcquire() - taken.getPlain());
    }
}
