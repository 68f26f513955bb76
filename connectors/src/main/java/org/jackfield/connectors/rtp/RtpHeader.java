package org.jackfield.connectors.rtp;

import java.nio.ByteBuffer;

/**
 * Reads and writes the fixed header of RTP (RFC 3550, section 5.1). Reading accepts what the RFC allows (padding, contributing
 * sources, an extension) and refuses all else. Mutable, made once for each stream.
 */
final class RtpHeader {

    static final int LENGTH = 12;

    private static final int VERSION_2 = 0x80;

    boolean marker;
    int payloadType;
    int sequence;
    int timestamp;
    int ssrc;

    /**
     * Reads the header of the packet between position and limit, and sets these to the payload.
     *
     * @return false when it is no RTP packet with a payload
     */
    boolean read(ByteBuffer packet) {
        int from = packet.position();
        int size = packet.remaining();
        if (size < LENGTH || (packet.get(from) & 0xC0) != VERSION_2) {
            return false;
        }
        int first = packet.get(from);
        int second = packet.get(from + 1);
        marker = (second & 0x80) != 0;
        payloadType = second & 0x7F;
        sequence = packet.getShort(from + 2) & 0xFFFF;
        timestamp = packet.getInt(from + 4);
        ssrc = packet.getInt(from + 8);
        int header = headerLength(packet, from, size, first);
        int padding = (first & 0x20) == 0 ? 0 : packet.get(from + size - 1) & 0xFF;
        boolean padded = (first & 0x20) != 0;
        if (header + padding >= size || (padded && padding == 0)) {
            return false;
        }
        packet.position(from + header);
        packet.limit(from + size - padding);
        return true;
    }

    private static int headerLength(ByteBuffer packet, int from, int size, int first) {
        int length = LENGTH + 4 * (first & 0x0F);
        if ((first & 0x10) == 0) {
            return length;
        }
        if (length + 4 > size) {
            return size;
        }
        return length + 4 + 4 * (packet.getShort(from + length + 2) & 0xFFFF);
    }

    void write(ByteBuffer packet) {
        packet.put((byte) VERSION_2);
        packet.put((byte) (payloadType | (marker ? 0x80 : 0)));
        packet.putShort((short) sequence);
        packet.putInt(timestamp);
        packet.putInt(ssrc);
    }
}
