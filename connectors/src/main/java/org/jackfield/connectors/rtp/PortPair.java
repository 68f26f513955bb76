package org.jackfield.connectors.rtp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;

/** The two open channels of a stream: RTP on an even port, RTCP on the next. */
record PortPair(InetSocketAddress local, DatagramChannel rtp, DatagramChannel rtcp) {

    /** Expedited forwarding (RFC 3246), as voice is marked. */
    private static final int EXPEDITED = 0xB8;

    static PortPair open(InetAddress address, int port) throws IOException {
        var local = new InetSocketAddress(address, port);
        var rtp = bind(local);
        try {
            return new PortPair(local, rtp, bind(new InetSocketAddress(address, port + 1)));
        } catch (IOException taken) {
            rtp.close();
            throw taken;
        }
    }

    void close() throws IOException {
        try (rtp; rtcp) {
            // Both are closed, whatever the first one says.
        }
    }

    private static DatagramChannel bind(InetSocketAddress address) throws IOException {
        var channel = DatagramChannel.open();
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.IP_TOS, EXPEDITED);
            return channel.bind(address);
        } catch (IOException refused) {
            channel.close();
            throw refused;
        }
    }
}
