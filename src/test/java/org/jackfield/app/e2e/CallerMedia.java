package org.jackfield.app.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.SocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * The media of a caller whose signalling SIPp does: sends a tone and telephone-events (RFC 4733) in G.711 mu-law from one
 * socket, and keeps what it hears there. Codec and clock are the JDK's, not the product's. Sends once it was sent to.
 */
final class CallerMedia implements AutoCloseable {

    static final int RATE = 8_000;

    private static final int FRAME = 160;
    private static final int TELEPHONE_EVENT = 101;
    private static final String DIGITS = "0123456789*#ABCD";
    private static final AudioFormat MU_LAW = new AudioFormat(AudioFormat.Encoding.ULAW, RATE, 8, 1, 1, RATE, false);
    private static final AudioFormat LINEAR = new AudioFormat(RATE, 16, 1, true, false);

    private final DatagramSocket socket;
    private final byte[] tone;
    private final ScheduledExecutorService pacer = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("caller-media").factory());
    private final AtomicReference<Optional<SocketAddress>> peer = new AtomicReference<>(Optional.empty());
    private final ConcurrentSkipListMap<Long, byte[]> heard = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<byte[]> events = new ConcurrentLinkedQueue<>();
    private int sequence = 1_000;
    private int timestamp = 160_000;
    private long highest;

    private CallerMedia(DatagramSocket socket, byte[] tone) {
        this.socket = socket;
        this.tone = tone;
    }

    /** Opens a free even port and sends the tone for as long as it is open. */
    static CallerMedia open(double toneHertz) {
        try {
            CallerMedia media = new CallerMedia(evenSocket(), encodedTone(toneHertz));
            Thread.ofVirtual().start(media::listen);
            var _ = media.pacer.scheduleAtFixedRate(media::sendFrame, 20, 20, TimeUnit.MILLISECONDS);
            return media;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DatagramSocket evenSocket() throws SocketException {
        for (int attempt = 0; attempt < 100; attempt++) {
            DatagramSocket socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
            if (socket.getLocalPort() % 2 == 0) {
                return socket;
            }
            socket.close();
        }
        throw new SocketException("no even port is free");
    }

    private static byte[] encodedTone(double hertz) throws IOException {
        ByteBuffer linear = ByteBuffer.allocate(RATE * 2).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < RATE; i++) {
            linear.putShort((short) (8_000 * Math.sin(2 * Math.PI * hertz * i / RATE)));
        }
        return converted(linear.array(), LINEAR, MU_LAW, RATE);
    }

    private static byte[] converted(byte[] bytes, AudioFormat from, AudioFormat to, int frames) throws IOException {
        try (AudioInputStream source = new AudioInputStream(new ByteArrayInputStream(bytes), from, frames);
                AudioInputStream target = AudioSystem.getAudioInputStream(to, source)) {
            return target.readAllBytes();
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Presses the digits: 100 ms each, 100 ms apart. */
    void press(String digits) {
        for (int position = 0; position < digits.length(); position++) {
            int event = DIGITS.indexOf(digits.charAt(position));
            for (int step = 1; step <= 8; step++) {
                boolean end = step > 5;
                int duration = FRAME * Math.min(step, 5);
                events.add(new byte[]{(byte) event, (byte) ((end ? 0x80 : 0) | 10), (byte) (duration >> 8),
                    (byte) duration});
            }
            for (int gap = 0; gap < 5; gap++) {
                events.add(new byte[0]);
            }
        }
    }

    private void sendFrame() {
        Optional<SocketAddress> target = peer.get();
        if (target.isEmpty() || socket.isClosed()) {
            return;
        }
        byte[] event = events.poll();
        try {
            socket.send(new DatagramPacket(event != null && event.length > 0 ? eventPacket(event) : tonePacket(), 0,
                    event != null && event.length > 0 ? 16 : 172, target.get()));
        } catch (IOException e) {
            peer.set(Optional.empty());
        }
    }

    private byte[] tonePacket() {
        timestamp += FRAME;
        return packet(0, Arrays.copyOfRange(tone, Math.floorMod(timestamp, RATE),
                Math.floorMod(timestamp, RATE) + FRAME));
    }

    private byte[] eventPacket(byte[] event) {
        return packet(TELEPHONE_EVENT, event);
    }

    private byte[] packet(int payloadType, byte[] payload) {
        byte[] packet = new byte[12 + payload.length];
        ByteBuffer.wrap(packet)
                .put((byte) 0x80)
                .put((byte) payloadType)
                .putShort((short) sequence++)
                .putInt(timestamp)
                .putInt(0x0e2e0e2e)
                .put(payload);
        return packet;
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
            keep(ByteBuffer.wrap(buffer, 0, packet.getLength()), packet.getSocketAddress());
        }
    }

    private void keep(ByteBuffer packet, SocketAddress from) {
        peer.set(Optional.of(from));
        if (packet.remaining() < 12 || (packet.get(1) & 0x7F) != 0) {
            return;
        }
        long time = extended(packet.getInt(4) & 0xFFFFFFFFL);
        byte[] payload = new byte[packet.remaining() - 12];
        packet.position(12).get(payload);
        heard.put(time, payload);
    }

    private long extended(long time) {
        if (highest == 0) {
            highest = (1L << 32) + time;
            return highest;
        }
        long candidate = (highest & ~0xFFFFFFFFL) | time;
        if (candidate - highest > 1L << 31) {
            candidate -= 1L << 32;
        } else if (highest - candidate > 1L << 31) {
            candidate += 1L << 32;
        }
        highest = Math.max(highest, candidate);
        return candidate;
    }

    /** What came in so far, in the order of its time stamps, as linear samples. */
    short[] heard() {
        ByteBuffer coded = ByteBuffer
                .allocate(heard.values().stream().mapToInt(payload -> payload.length).sum() + 2_048);
        for (byte[] payload : heard.values()) {
            if (payload.length <= coded.remaining()) {
                coded.put(payload);
            }
        }
        try {
            byte[] linear = converted(Arrays.copyOf(coded.array(), coded.position()), MU_LAW, LINEAR,
                    coded.position());
            short[] samples = new short[linear.length / 2];
            ByteBuffer.wrap(linear).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        pacer.shutdownNow();
        socket.close();
    }
}
