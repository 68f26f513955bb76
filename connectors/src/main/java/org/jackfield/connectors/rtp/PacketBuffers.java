package org.jackfield.connectors.rtp;

import java.nio.ByteBuffer;

/** The buffers of one media thread, made once: nothing is allocated for a packet. */
final class PacketBuffers {

    /** Larger datagrams than any network passes unfragmented are no telephony. */
    static final int LARGEST_PACKET = 1_500;

    final ByteBuffer in = ByteBuffer.allocateDirect(LARGEST_PACKET + 1);
    final ByteBuffer out = ByteBuffer.allocateDirect(LARGEST_PACKET);
}
