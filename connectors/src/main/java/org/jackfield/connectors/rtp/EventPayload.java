package org.jackfield.connectors.rtp;

import java.nio.ByteBuffer;

/** The payload of a telephone-event packet (RFC 4733, section 2.3). Mutable, made once for each stream. */
final class EventPayload {

    static final int LENGTH = 4;

    private static final int VOLUME = 10;

    int event;
    boolean end;
    int duration;

    boolean read(ByteBuffer payload) {
        if (payload.remaining() < LENGTH) {
            return false;
        }
        int at = payload.position();
        event = payload.get(at) & 0xFF;
        end = (payload.get(at + 1) & 0x80) != 0;
        duration = payload.getShort(at + 2) & 0xFFFF;
        return true;
    }

    void write(ByteBuffer payload) {
        payload.put((byte) event);
        payload.put((byte) (end ? 0x80 | VOLUME : VOLUME));
        payload.putShort((short) duration);
    }
}
