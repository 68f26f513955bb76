package org.jackfield.connectors.rtp;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A recording while it grows: a ring from each recorded stream to the writer, five seconds long so that a slow disk does not
 * reach the media threads, and the slots between which it records.
 */
final class Recording {

    private static final int RING_FRAMES = 256;
    private static final long RUNNING = Long.MAX_VALUE;

    private final String id;
    private final MediaListener listener;
    private final Path file;
    private final long startSlot;
    private final Duration endingSilence;
    private final FrameRing left = new FrameRing(RING_FRAMES);
    private final @Nullable FrameRing right;
    private final AtomicLong stopSlot = new AtomicLong(RUNNING);

    Recording(RecordingStart start, Path file, boolean stereo) {
        this.id = start.id();
        this.listener = start.listener();
        this.startSlot = start.slot();
        this.endingSilence = start.endingSilence();
        this.file = file;
        right = stereo ? new FrameRing(RING_FRAMES) : null;
    }

    /** Which recording begins, who hears of its end, from which slot on it records, and which silence ends it (zero: none). */
    record RecordingStart(String id, MediaListener listener, long slot, Duration endingSilence) {}

    /** How many slots without a voice end it. */
    long endingSlots() {
        return endingSilence.isZero() ? Long.MAX_VALUE : Math.max(1, endingSilence.toNanos() / MediaClock.SLOT_NANOS);
    }

    String id() {
        return id;
    }

    MediaListener listener() {
        return listener;
    }

    Path file() {
        return file;
    }

    long startSlot() {
        return startSlot;
    }

    FrameRing left() {
        return left;
    }

    @Nullable
    FrameRing right() {
        return right;
    }

    /** Ends before the slot; the first end counts. */
    void stop(long slot) {
        stopSlot.compareAndSet(RUNNING, Math.max(slot, startSlot));
    }

    boolean isStoppedBefore(long slot) {
        return stopSlot.get() <= slot;
    }

    boolean isStopped() {
        return stopSlot.get() != RUNNING;
    }

    long stopSlot() {
        return stopSlot.get();
    }
}
