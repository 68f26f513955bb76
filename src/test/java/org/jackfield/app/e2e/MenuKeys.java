package org.jackfield.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The media of many callers at once, whose signalling SIPp does: all of them on one socket, told apart by where their sound
 * comes from. Each sends G.711 silence and presses one key again and again until the menu must have heard it (RFC 4733).
 * A caller is gone when nothing came for a second.
 */
public final class MenuKeys implements AutoCloseable {

    private static final int FRAME = 160;
    private static final int TELEPHONE_EVENT = 101;
    private static final int SLOT_MILLIS = 20;
    /** A caller listens to the greeting first; then the key is pressed as often, and that far apart. */
    private static final int FIRST_PRESS = 2_500 / SLOT_MILLIS;
    private static final int BETWEEN_PRESSES = 1_500 / SLOT_MILLIS;
    private static final int PRESSES = 6;
    private static final int EVENT_PACKETS = 8;
    private static final int GONE_AFTER = 1_000 / SLOT_MILLIS;

    private static final class Caller {
        private int slot;
        private int silentSlots;
        private int sequence = 1;
        private int timestamp = FRAME;
    }

    private final DatagramSocket socket;
    private final int event;
    private final Map<SocketAddress, Caller> callers = new ConcurrentHashMap<>();
    private final AtomicLong heard = new AtomicLong();
    private final byte[] silence = new byte[FRAME];
    private final ScheduledExecutorService pacer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("menu-keys").factory());

    private MenuKeys(DatagramSocket socket, int event) {
        this.socket = socket;
        this.event = event;
        Arrays.fill(silence, (byte) 0xFF);
    }

    /** Callers that press the digit. */
    public static MenuKeys pressing(int digit) {
        try {
            MenuKeys keys = new MenuKeys(evenSocket(), digit);
            Thread.ofVirtual().start(keys::listen);
            var _ = keys.pacer.scheduleAtFixedRate(keys::sendAll, SLOT_MILLIS, SLOT_MILLIS, TimeUnit.MILLISECONDS);
            return keys;
        } catch (SocketException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DatagramSocket evenSocket() throws SocketException {
        for (int attempt = 0; attempt < 100; attempt++) {
            DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            if (socket.getLocalPort() % 2 == 0) {
                socket.setReceiveBufferSize(1 << 20);
                return socket;
            }
            socket.close();
        }
        throw new SocketException("no even port is free");
    }

    /** Where all callers want their media, for SIPp's {@code -key rtp}. */
    public int port() {
        return socket.getLocalPort();
    }

    /** Packets that came in so far. */
    public long heard() {
        return heard.get();
    }

    private void listen() {
        byte[] buffer = new byte[2_048];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
            } catch (IOException e) {
                return;
            }
            heard.incrementAndGet();
            callers.computeIfAbsent(packet.getSocketAddress(), _ -> new Caller()).silentSlots = 0;
        }
    }

    private void sendAll() {
        for (Iterator<Map.Entry<SocketAddress, Caller>> all = callers.entrySet().iterator(); all.hasNext();) {
            Map.Entry<SocketAddress, Caller> next = all.next();
            Caller caller = next.getValue();
            caller.slot++;
            caller.silentSlots++;
            if (caller.silentSlots > GONE_AFTER || !send(next.getKey(), caller)) {
                all.remove();
            }
        }
    }

    private boolean send(SocketAddress target, Caller caller) {
        byte[] packet = packet(caller);
        try {
            socket.send(new DatagramPacket(packet, packet.length, target));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private byte[] packet(Caller caller) {
        int sincePress = caller.slot - FIRST_PRESS;
        int step = sincePress < 0 || sincePress / BETWEEN_PRESSES >= PRESSES ? 0 : sincePress % BETWEEN_PRESSES + 1;
        if (step < 1 || step > EVENT_PACKETS) {
            caller.timestamp += FRAME;
            return packet(caller, 0, silence);
        }
        boolean end = step > EVENT_PACKETS - 3;
        int duration = FRAME * Math.min(step, EVENT_PACKETS - 3);
        return packet(caller, TELEPHONE_EVENT, new byte[]{(byte) event, (byte) ((end ? 0x80 : 0) | 10),
            (byte) (duration >> 8), (byte) duration});
    }

    private static byte[] packet(Caller caller, int payloadType, byte[] payload) {
        byte[] packet = new byte[12 + payload.length];
        ByteBuffer.wrap(packet)
                .put((byte) 0x80)
                .put((byte) payloadType)
                .putShort((short) caller.sequence++)
                .putInt(caller.timestamp)
                .putInt(0x0ca11e45)
                .put(payload);
        return packet;
    }

    @Override
    public void close() {
        pacer.shutdownNow();
        socket.close();
    }
}
