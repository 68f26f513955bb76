package org.jackfield.connectors.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jackfield.connectors.sip.Samples.Sample;
import org.jackfield.connectors.sip.digest.DigestAlgorithm;
import org.jackfield.connectors.sip.digest.DigestAnswer;
import org.jackfield.connectors.sip.digest.DigestClient;

/**
 * The fuzzer's phone: remembers what the server said last, so that samples become messages of a dialog, answers to challenges and
 * answers to requests of the server's; sends over UDP and TCP. Used by one thread.
 */
final class FuzzWire implements AutoCloseable {

    private static final int MOST_ASKED = 20;
    private static final int LARGEST_DATAGRAM = 65_000;
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

    private final TestPhone phone;
    private final int server;
    private final DigestClient digests = new DigestClient(new Random(3));
    private final Deque<SipText> asked = new ArrayDeque<>();
    private final Map<String, Integer> heard = new TreeMap<>();
    private Optional<SipText> accepted = Optional.empty();
    private String nonce = "none";
    private String before = "none";
    private long sequence = 1;
    private Optional<Socket> stream = Optional.empty();

    FuzzWire(SipBench bench) {
        this.phone = bench.phone("fuzz");
        this.server = bench.port();
    }

    String contact() {
        return phone.contact();
    }

    /** How many of which status or method came from the server. */
    Map<String, Integer> heard() {
        return heard;
    }

    /** The sample as a message that is right now. */
    String fill(Sample sample, boolean tcp, String id) {
        if (sample.name().equals("invite")) {
            before = id;
        }
        sequence++;
        String text = sample.sent(tcp ? "TCP" : "UDP", phone.port(), id)
                .replace("@BEFORE@", before)
                .replace("@NEXT@", Long.toString(sequence))
                .replace("@PROOF@", proof())
                .replace("@ASKED@", asked());
        return accepted.map(ok -> text.replace("@TARGET@", ok.find("Contact").map(SipText::uri).orElse("sip:127.0.0.1"))
                .replace("@FROM@", ok.header("From"))
                .replace("@TO@", ok.header("To"))
                .replace("@CALL@", ok.header("Call-ID"))
                .replace("@SEQUENCE@", ok.header("CSeq").replaceAll(" .*", ""))).orElse(text);
    }

    private String proof() {
        DigestAnswer answer = digests.answer(
                new DigestClient.PeerChallenge(SipBench.DOMAIN, nonce, DigestAlgorithm.MD5, "auth"),
                new DigestClient.Retry("REGISTER", "sip:" + SipBench.DOMAIN), "alice", "secret-alice");
        return "Digest username=\"alice\", realm=\"%s\", nonce=\"%s\", uri=\"%s\", response=\"%s\", algorithm=MD5, qop=auth, nc=%s, cnonce=\"%s\""
                .formatted(SipBench.DOMAIN, nonce, answer.uri(), answer.response(), answer.nonceCount(),
                        answer.cnonce());
    }

    /** What an answer takes over from its request. */
    private String asked() {
        if (asked.isEmpty()) {
            return "CSeq: 1 INVITE";
        }
        SipText request = asked.removeFirst();
        asked.addLast(request);
        String to = request.header("To");
        return "Via: " + String.join("\r\nVia: ", request.headers("Via")) + "\r\nFrom: " + request.header("From")
                + "\r\nTo: " + to
                + (to.contains(";tag=") ? "" : ";tag=far") + "\r\nCall-ID: " + request.header("Call-ID") + "\r\nCSeq: "
                + request.header("CSeq");
    }

    void send(String message, boolean tcp) {
        byte[] bytes = message.getBytes(StandardCharsets.ISO_8859_1);
        if (tcp) {
            overTcp(bytes);
        } else {
            phone.sendBytes(bytes.length > LARGEST_DATAGRAM ? Arrays.copyOf(bytes, LARGEST_DATAGRAM) : bytes);
        }
    }

    private void overTcp(byte[] bytes) {
        try {
            if (stream.isEmpty()) {
                stream = Optional.of(new Socket(InetAddress.getLoopbackAddress(), server));
            }
            Socket open = stream.get();
            open.getOutputStream().write(bytes);
            open.getInputStream().skipNBytes(open.getInputStream().available());
        } catch (IOException e) {
            hangUpStream();
        }
    }

    /** The next message over TCP gets a connection of its own. */
    void hangUpStream() {
        stream.ifPresent(open -> {
            try {
                open.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        stream = Optional.empty();
    }

    /** Takes in what the server said. */
    void listen() {
        Optional<SipText> next = phone.poll(_ -> true, Duration.ZERO);
        while (next.isPresent()) {
            learn(next.get());
            next = phone.poll(_ -> true, Duration.ZERO);
        }
    }

    private void learn(SipText message) {
        heard.merge(message.isRequest() ? message.method() : Integer.toString(message.status()), 1, Integer::sum);
        if (message.isRequest()) {
            asked.addLast(message);
            if (asked.size() > MOST_ASKED) {
                asked.removeFirst();
            }
        } else if (message.status() == 200 && message.method().equals("INVITE")) {
            accepted = Optional.of(message);
        } else if (message.status() == 401) {
            Matcher found = NONCE.matcher(message.header("WWW-Authenticate"));
            nonce = found.find() ? found.group(1) : nonce;
        }
    }

    @Override
    public void close() {
        hangUpStream();
        phone.close();
    }
}
