package org.jackfield.connectors.sip;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Finds a port that is free for UDP and TCP, because JAIN-SIP cannot take "any". */
final class FreePort {

    private static final int TRIES = 50;

    private FreePort() {}

    static int find(String address) {
        IOException last = new IOException("no port was tried");
        for (int i = 0; i < TRIES; i++) {
            try {
                InetAddress place = InetAddress.getByName(address);
                try (DatagramSocket udp = new DatagramSocket(new InetSocketAddress(place, 0));
                        ServerSocket tcp = new ServerSocket()) {
                    tcp.bind(new InetSocketAddress(place, udp.getLocalPort()));
                    return udp.getLocalPort();
                }
            } catch (IOException e) {
                last = e;
            }
        }
        throw new SipUnavailableException("no SIP port is free at " + address, last);
    }
}
