package org.jackfield.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a simulated person sends: a spoken sentence in a loop, in G.711 mu-law (RFC 3551), and keys as telephone-events (RFC
 * 4733). What the product sends is not read: the system drops it. {@link #sendFrame} is called every 20 ms by one thread.
 */
final class Voice implements AutoCloseable {

    private static final int FRAME = 160;
    private static final int EVENTS = 101;
    private static final int EVENT_PACKETS = 8;
    private static final String KEYS = "0123456789*#ABCD";

    private final DatagramSocket socket;
    private final Sentence sentence;
    private final Queue<Integer> keys = new ConcurrentLinkedQueue<>();
    private volatile Optional<InetSocketAddress> peer = Optional.empty();
    private int position;
    private int sequence;
    private int timestamp;
    private int eventTimestamp;
    private int eventPacket;

    private Voice(DatagramSocket socket, Sentence sentence) {
        this.socket = socket;
        this.sentence = sentence;
    }

    /** On a free even port, as RFC 3550, section 11, wants it. */
    static Voice open(Sentence sentence) {
        try {
            for (int attempt = 0; attempt < 100; attempt++) {
                DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                if (socket.getLocalPort() % 2 == 0) {
                    return new Voice(socket, sentence);
                }
                socket.close();
            }
            throw new SocketException("no even port is free");
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    void sendTo(InetSocketAddress address) {
        peer = Optional.of(address);
    }

    /** Presses the keys one after the other, 160 ms each. */
    void press(String pressed) {
        pressed.chars().map(KEYS::indexOf).filter(key -> key >= 0).forEach(keys::add);
    }

    void sendFrame() {
        peer.filter(address -> !socket.isClosed()).ifPresent(address -> {
            byte[] bytes = new byte[12 + FRAME];
            ByteBuffer packet = ByteBuffer.wrap(bytes);
            Integer key = keys.peek();
            if (key == null) {
                speak(packet);
            } else {
                press(packet, key);
            }
            send(new DatagramPacket(bytes, packet.position(), address));
        });
    }

    private void speak(ByteBuffer packet) {
        header(packet, 0, timestamp);
        for (int i = 0; i < FRAME; i++) {
            packet.put(sentence.at(position));
            position++;
        }
    }

    private void press(ByteBuffer packet, int key) {
        if (eventPacket == 0) {
            eventTimestamp = timestamp;
        }
        eventPacket++;
        boolean end = eventPacket > EVENT_PACKETS - 3;
        header(packet, EVENTS, eventTimestamp);
        packet.put((byte) key).put((byte) (end ? 0x8A : 0x0A));
        packet.putShort((short) (FRAME * Math.min(eventPacket, EVENT_PACKETS - 2)));
        if (eventPacket == EVENT_PACKETS) {
            eventPacket = 0;
            keys.poll();
        }
    }

    private void header(ByteBuffer packet, int type, int time) {
        packet.put((byte) 0x80).put((byte) type).putShort((short) sequence).putInt(time).putInt(port());
        sequence++;
        timestamp += FRAME;
    }

    private void send(DatagramPacket packet) {
        try {
            socket.send(packet);
        } catch (IOException gone) {
            peer = Optional.empty();
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
