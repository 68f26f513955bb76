package org.jackfield.connectors.rtp;

/**
 * Understands received telephone-events (RFC 4733, section 2.5): the many packets of one press share a timestamp and are one digit,
 * whichever of them are lost; a press longer than the duration field can say goes on in a new segment. It also says which key is
 * down in each slot, for whoever hears this stream through a bridge. Confined to a media thread.
 */
final class EventReceiver {

    private static final int LONG_SEGMENT = 0xFF00;
    private static final int LEAST_SLOTS = 3;
    private static final int SILENT_SLOTS = 6;
    private static final int WAITING = 8;

    private final int[] waiting = new int[WAITING];
    private int waitingCount;
    private boolean any;
    private int timestamp;
    private int event;
    private int duration;
    private boolean ended = true;
    private int slotsSincePacket;
    private int down = Frame.NO_EVENT;
    private int downSlots;

    /** A new synchronisation source: timestamps begin anew. */
    void reset() {
        any = false;
        ended = true;
    }

    /**
     * Takes a packet.
     *
     * @return whether a key was pressed that no packet told of before
     */
    boolean packet(int at, int pressedEvent, boolean end, int lasted) {
        int since = at - timestamp;
        if (any && since < 0) {
            return false;
        }
        slotsSincePacket = 0;
        boolean segment = !ended && pressedEvent == event && duration >= LONG_SEGMENT && since == duration;
        boolean press = !any || (since != 0 && !segment);
        if (press) {
            press(pressedEvent);
        }
        if (press || segment) {
            timestamp = at;
            duration = 0;
            ended = false;
            any = true;
        }
        duration = Math.max(duration, lasted);
        ended |= end;
        return press;
    }

    /** The key that is down in this slot, or {@link Frame#NO_EVENT}; called once a slot. */
    int slot() {
        slotsSincePacket++;
        if (down == Frame.NO_EVENT) {
            if (waitingCount > 0) {
                down = waiting[0];
                System.arraycopy(waiting, 1, waiting, 0, --waitingCount);
                downSlots = 1;
            }
            return down;
        }
        boolean released = waitingCount > 0 || slotsSincePacket > SILENT_SLOTS
                || (ended && downSlots * MediaClock.SLOT_SAMPLES >= duration);
        if (released && downSlots >= LEAST_SLOTS) {
            down = Frame.NO_EVENT;
        }
        downSlots++;
        return down;
    }

    private void press(int pressed) {
        event = pressed;
        if (waitingCount < WAITING) {
            waiting[waitingCount++] = pressed;
        }
    }
}
