package org.jackfield.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;

/** A SIP phone over UDP on loopback: makes calls, is rung. One thread reads; calls of it are used by one other thread. */
final class Phone implements AutoCloseable {

    private static final int LARGEST = 65_535;

    private final String user;
    private final InetSocketAddress server;
    private final Kit kit;
    private final DatagramSocket socket;
    private final Map<String, PhoneCall> calls = new ConcurrentHashMap<>();
    private final BlockingQueue<PhoneCall> ringing = new LinkedBlockingQueue<>();

    /** What phones share: ids, voices, and what the owner of this one says. */
    record Kit(Ids ids, Voices voices, Sentence sentence) {}

    Phone(String user, InetSocketAddress server, Kit kit) {
        this.user = user;
        this.server = server;
        this.kit = kit;
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().name("demo-phone-" + user).start(this::read);
    }

    /** Where it is rung. */
    String contact() {
        return "sip:" + user + "@127.0.0.1:" + socket.getLocalPort();
    }

    String via() {
        return "Via: SIP/2.0/UDP 127.0.0.1:" + socket.getLocalPort() + ";rport;branch=";
    }

    String newId() {
        return kit.ids().next(IdPrefix.EVENT);
    }

    Voice newVoice() {
        return kit.voices().open(kit.sentence());
    }

    PhoneCall call(String number) {
        String target = "sip:" + number + "@" + server.getAddress().getHostAddress() + ":" + server.getPort();
        PhoneCall call = new PhoneCall(this, newId());
        calls.put(call.id(), call);
        call.invite(target);
        return call;
    }

    /** The next call that rings it, when one comes in time. */
    Optional<PhoneCall> nextRing(Duration patience) {
        try {
            return Optional.ofNullable(ringing.poll(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    void send(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        try {
            socket.send(new DatagramPacket(bytes, bytes.length, server));
        } catch (IOException gone) {
            close();
        }
    }

    void forget(PhoneCall call, Voice voice) {
        kit.voices().close(voice);
        calls.remove(call.id());
    }

    private void read() {
        byte[] buffer = new byte[LARGEST];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
            } catch (IOException closed) {
                return;
            }
            SipMessage.parse(new String(buffer, 0, packet.getLength(), StandardCharsets.UTF_8)).ifPresent(this::hear);
        }
    }

    private void hear(SipMessage message) {
        String id = message.header("Call-ID");
        PhoneCall known = calls.get(id);
        if (known != null) {
            known.hear(message);
        } else if (message.isRequest() && message.method().equals("INVITE")) {
            PhoneCall call = new PhoneCall(this, id);
            calls.put(id, call);
            call.ring(message);
            ringing.add(call);
        } else if (message.isRequest() && !message.method().equals("ACK")) {
            boolean late = message.method().equals("BYE") || message.method().equals("OPTIONS");
            send(message.answer(late ? "200 OK" : "481 Call Does Not Exist", newId(), List.of(), ""));
        }
    }

    /** Hangs up what is left. */
    @Override
    public void close() {
        List.copyOf(calls.values()).forEach(PhoneCall::hangUp);
        socket.close();
    }
}
