package org.jackfield.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Sends one SIP request over UDP and tells the status of the final answer. */
final class SipProbe {

    private static final int PATIENCE_MILLIS = 20_000;
    private final Product.Ready product;

    SipProbe(Product.Ready product) {
        this.product = product;
    }

    /** The status that an unknown caller gets for that number. */
    int invite(String number) {
        String address = number + "@127.0.0.1";
        return send("INVITE", address, "stranger@example.net", address);
    }

    /** The status that a phone gets which says that it is that user, without a digest. */
    int register(String user, String domain) {
        return send("REGISTER", domain, user + "@" + domain, user + "@" + domain);
    }

    private int send(String method, String target, String from, String to) {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String id = method.toLowerCase(java.util.Locale.ROOT) + System.identityHashCode(socket);
            byte[] request = """
                    %1$s sip:%2$s SIP/2.0
                    Via: SIP/2.0/UDP 127.0.0.1:%3$d;branch=z9hG4bK%4$s;rport
                    Max-Forwards: 70
                    From: <sip:%5$s>;tag=%4$s
                    To: <sip:%6$s>
                    Call-ID: %4$s
                    CSeq: 1 %1$s
                    Contact: <sip:probe@127.0.0.1:%3$d>
                    Content-Length: 0

                    """.formatted(method, target, socket.getLocalPort(), id, from, to)
                    .replace("\n", "\r\n")
                    .getBytes(StandardCharsets.US_ASCII);
            socket.send(new DatagramPacket(request, request.length,
                    new InetSocketAddress(product.sipHost(), product.sipPort())));
            int status = 0;
            while (status < 200) {
                DatagramPacket answer = new DatagramPacket(new byte[4_096], 4_096);
                socket.receive(answer);
                String line = new String(answer.getData(), 0, answer.getLength(), StandardCharsets.US_ASCII);
                status = Integer.parseInt(line.split(" ", 3)[1]);
            }
            return status;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
