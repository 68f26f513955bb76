package org.jackfield.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends one SIP request over UDP and tells the status of the final answer. */
final class SipProbe {

    private static final int PATIENCE_MILLIS = 20_000;
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");
    private static final Pattern REALM = Pattern.compile("realm=\"([^\"]+)\"");

    /** A request: the rest of it is the same for all. */
    private record Ask(String method, String target, String from, String to, int sequence, String more) {}

    private final Product.Ready product;

    SipProbe(Product.Ready product) {
        this.product = product;
    }

    /** The status that an unknown caller gets for that number. */
    int invite(String number) {
        String address = number + "@127.0.0.1";
        return status(send(new Ask("INVITE", address, "stranger@example.net", address, 1, "")));
    }

    /** The status that a phone gets which registers as that user and answers the challenge (RFC 2617). */
    int register(String user, String domain, String password) {
        String address = user + "@" + domain;
        String challenge = send(new Ask("REGISTER", domain, address, address, 1, ""));
        if (status(challenge) != 401) {
            return status(challenge);
        }
        String nonce = found(NONCE, challenge);
        String realm = found(REALM, challenge);
        String response = md5(md5(user + ":" + realm + ":" + password) + ":" + nonce + ":00000001:probe:auth:"
                + md5("REGISTER:sip:" + domain));
        String answer = """
                Authorization: Digest username="%s", realm="%s", nonce="%s", uri="sip:%s", qop=auth, nc=00000001, \
                cnonce="probe", response="%s"
                """.formatted(user, realm, nonce, domain, response);
        return status(send(new Ask("REGISTER", domain, address, address, 2, answer)));
    }

    private String send(Ask ask) {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String id = ask.method().toLowerCase(Locale.ROOT) + System.identityHashCode(socket) + ask.sequence();
            String text = """
                    %1$s sip:%2$s SIP/2.0
                    Via: SIP/2.0/UDP 127.0.0.1:%3$d;branch=z9hG4bK%4$s;rport
                    Max-Forwards: 70
                    From: <sip:%5$s>;tag=%4$s
                    To: <sip:%6$s>
                    Call-ID: %4$s
                    CSeq: %7$d %1$s
                    Contact: <sip:probe@127.0.0.1:%3$d>
                    Content-Length: 0
                    %8$s
                    """.formatted(ask.method(), ask.target(), socket.getLocalPort(), id, ask.from(), ask.to(),
                    ask.sequence(), ask.more()).replace("\r\n", "\n").replace("\n", "\r\n");
            byte[] request = text.getBytes(StandardCharsets.US_ASCII);
            socket.send(new DatagramPacket(request, request.length,
                    new InetSocketAddress(product.sipHost(), product.sipPort())));
            String answer = "SIP/2.0 100";
            while (status(answer) < 200) {
                DatagramPacket packet = new DatagramPacket(new byte[4_096], 4_096);
                socket.receive(packet);
                answer = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.US_ASCII);
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int status(String answer) {
        return Integer.parseInt(answer.substring(8, 11));
    }

    private static String found(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.find()) {
            throw new AssertionError(pattern + " is not in " + text);
        }
        return matcher.group(1);
    }

    private static String md5(String text) {
        try {
            return HexFormat.of()
                    .formatHex(
                            MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
