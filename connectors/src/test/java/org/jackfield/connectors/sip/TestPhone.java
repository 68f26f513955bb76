package org.jackfield.connectors.sip;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/**
 * A programmable SIP phone over UDP that does nothing by itself: each message is one call, so a test can stop in any state,
 * repeat or leave out what it likes. Own code on sockets, so that it shares no fault with the product's stack. Media is up
 * to the test: it names its own RTP port.
 */
public final class TestPhone implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final AtomicLong NAMES = new AtomicLong(1);

    private final String user;
    private volatile InetSocketAddress server;
    private final DatagramSocket socket;
    private final BlockingQueue<SipText> inbox = new LinkedBlockingQueue<>();
    private final List<SipText> kept = new ArrayList<>();
    private int rtpPort = 40_000;

    /** A phone of that user on a free port of the loopback address; calls go to the server's port there. */
    public TestPhone(String user, int serverPort) {
        try {
            this.user = user;
            this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort);
            this.socket = new DatagramSocket(0, server.getAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    /** Sends to that port of the loopback address from now on. */
    void sendTo(int serverPort) {
        server = new InetSocketAddress(server.getAddress(), serverPort);
    }

    static String newName() {
        return "t" + NAMES.getAndIncrement() + "x" + ProcessHandle.current().pid();
    }

    static String newBranch() {
        return "z9hG4bK" + newName();
    }

    String user() {
        return user;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** The media port that our descriptions name. */
    public void hearAt(int port) {
        rtpPort = port;
    }

    public String contact() {
        return "sip:" + user + "@127.0.0.1:" + port();
    }

    public String server() {
        return "127.0.0.1:" + server.getPort();
    }

    String sdp(String direction) {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio " + rtpPort
                + " RTP/AVP 0 8 101\r\na=rtpmap:0 PCMU/8000\r\na=rtpmap:101 telephone-event/8000\r\na=" + direction
                + "\r\n";
    }

    void send(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        sendBytes(bytes);
    }

    void sendBytes(byte[] bytes) {
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, server));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        byte[] buffer = new byte[65_536];
        while (!socket.isClosed()) {
            try {
                DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
                socket.receive(packet);
                String text = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
                if (text.indexOf("\r\n\r\n") > 0) {
                    inbox.add(SipText.parse(text, packet.getPort()));
                }
            } catch (SocketException e) {
                return;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** The next message of that kind; others stay for later. */
    SipText await(String what, Predicate<SipText> kind) {
        return poll(kind, PATIENCE).orElseThrow(() -> new AssertionError(user + " saw no " + what + " but " + kept));
    }

    public Optional<SipText> poll(Predicate<SipText> kind, Duration patience) {
        Optional<SipText> early = kept.stream().filter(kind).findFirst();
        if (early.isPresent()) {
            kept.remove(early.get());
            return early;
        }
        try {
            SipText next = inbox.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            while (next != null && !kind.test(next)) {
                kept.add(next);
                next = inbox.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            }
            return Optional.ofNullable(next);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Forgets what it saw and nobody asked for. */
    void forget() {
        kept.clear();
        inbox.clear();
    }

    SipText awaitRequest(String method) {
        return await(method, message -> message.isRequest() && message.method().equals(method));
    }

    SipText awaitStatus(int status, String method) {
        return await(status + " to " + method,
                message -> message.status() == status && message.method().equals(method));
    }

    /** A request outside of a dialog with the given extra lines. */
    SipText request(String method, String uri, String... lines) {
        String extra = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
        send(method + " " + uri + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + port() + ";branch=" + newBranch()
                + ";rport\r\nMax-Forwards: 70\r\nFrom: <sip:" + user + "@phone.example>;tag=" + newName()
                + "\r\nTo: <" + uri + ">\r\nCall-ID: " + newName() + "\r\nCSeq: 1 " + method + "\r\n" + extra
                + "Content-Length: 0\r\n\r\n");
        return await("answer to " + method, message -> message.status() >= 200 && message.method().equals(method));
    }

    /** Starts a call. */
    public PhoneCall invite(String uri) {
        return new PhoneCall(this, uri).invite(Optional.of(sdp("sendrecv")));
    }

    /** Waits for a call. */
    public PhoneCall awaitCall() {
        return new PhoneCall(this, awaitRequest("INVITE"));
    }

    @Override
    public void close() {
        socket.close();
    }
}
