package org.jackfield.connectors.rtp;

/**
 * Says what of the digits to send falls into each slot: queued ones, and keys that are down at the other end of a bridge. As
 * telephone-events (RFC 4733, section 2.5.1) a press is a growing duration, then three packets with the end bit; as tones it
 * is 100 ms of sound and 60 ms of silence. A press through a bridge lasts as long as it does there. Confined to a media thread.
 */
final class DigitSender {

    enum Slot {
        /** Nothing of ours: other sound may be sent. */
        FREE,
        /** A key is down. */
        DOWN,
        /** A key was released; the end is told again. */
        ENDING,
        /** Silence between digits. */
        SILENT
    }

    /** How long a segment of a long press lasts, in timestamp units. */
    static final int SEGMENT_SAMPLES = 409 * MediaClock.SLOT_SAMPLES;

    private static final int DOWN_SLOTS = 4;
    private static final int END_SLOTS = 3;
    private static final int GAP_SLOTS = 2;
    private static final int PAUSE_SLOTS = 25;
    private static final int MOST_QUEUED = 128;

    private final byte[] queue = new byte[MOST_QUEUED];
    private int queued;
    private Slot state = Slot.FREE;
    private int event = Frame.NO_EVENT;
    private boolean bridged;
    private int slots;
    private int left;
    private boolean begins;
    private boolean segmentBegins;

    /** Adds a digit or a pause ({@code w}); others, and what exceeds the bound, are left out. */
    void add(char digit) {
        boolean pause = digit == 'w' || digit == 'W';
        int code = DtmfKeys.event(digit);
        if ((pause || code >= 0) && queued < MOST_QUEUED) {
            queue[queued++] = (byte) (pause ? Frame.NO_EVENT : code);
        }
    }

    void clear() {
        queued = 0;
        state = Slot.FREE;
    }

    /** Decides the next slot; {@code downAtPeer} is the key that is down at the other end of the bridge. */
    Slot next(int downAtPeer) {
        begins = false;
        segmentBegins = false;
        if (state == Slot.DOWN) {
            continueDown(downAtPeer);
        } else if (state != Slot.FREE && --left <= 0) {
            state = state == Slot.ENDING ? silent(GAP_SLOTS) : Slot.FREE;
        }
        if (state == Slot.FREE) {
            start(downAtPeer);
        }
        return state;
    }

    /** The event of this slot. */
    int event() {
        return event;
    }

    /** How long the key is down at the end of this slot, in timestamp units. */
    int duration() {
        return slots * MediaClock.SLOT_SAMPLES;
    }

    /** Whether the press begins with this slot (marker bit, new timestamp). */
    boolean begins() {
        return begins;
    }

    /** Whether a long press goes on in a new segment from this slot (section 2.5.1.3). */
    boolean segmentBegins() {
        return segmentBegins;
    }

    private void start(int downAtPeer) {
        if (queued > 0) {
            int first = queue[0];
            System.arraycopy(queue, 1, queue, 0, --queued);
            if (first == Frame.NO_EVENT) {
                state = silent(PAUSE_SLOTS);
            } else {
                down(first, false);
            }
        } else if (downAtPeer != Frame.NO_EVENT) {
            down(downAtPeer, true);
        }
    }

    private void down(int pressed, boolean atPeer) {
        event = pressed;
        bridged = atPeer;
        slots = 1;
        begins = true;
        state = Slot.DOWN;
    }

    private void continueDown(int downAtPeer) {
        slots++;
        boolean released = bridged ? downAtPeer != event : slots > DOWN_SLOTS;
        if (released) {
            state = Slot.ENDING;
            left = END_SLOTS;
        } else if (slots * MediaClock.SLOT_SAMPLES > SEGMENT_SAMPLES) {
            slots = 1;
            segmentBegins = true;
        }
    }

    private Slot silent(int count) {
        left = count;
        return Slot.SILENT;
    }
}
