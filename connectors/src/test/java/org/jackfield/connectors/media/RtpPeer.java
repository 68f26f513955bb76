package org.jackfield.connectors.media;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jackfield.connectors.rtp.Codec;
import org.jackfield.engine.media.Sound;
import org.jspecify.annotations.Nullable;

/**
 * A phone's media for tests, apart from the product's: sends a sound in a loop, keeps every packet that it gets, presses keys. On
 * loopback, RTP only.
 */
public final class RtpPeer implements AutoCloseable {

    private static final int SAMPLES = 160;
    private static final int EVENT_PACKETS = 8;

    private final Codec codec;
    private final int ssrc;
    private final DatagramSocket socket;
    private final ScheduledExecutorService pacer = Executors.newSingleThreadScheduledExecutor();
    private final Thread receiver;
    private final List<byte[]> received = new ArrayList<>();
    private @Nullable InetSocketAddress target;
    private Sound sound = Sound.of(new short[SAMPLES]);
    private int position;
    private int sequence = 100;
    private int timestamp = 1_000;
    private int eventPayloadType = -1;
    private int event;
    private int eventPacketsLeft;
    private int eventTimestamp;

    private RtpPeer(Codec codec, int ssrc) throws SocketException {
        this.codec = codec;
        this.ssrc = ssrc;
        socket = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        receiver = Thread.ofPlatform().daemon().start(this::receive);
    }

    public static RtpPeer open(Codec codec, int ssrc) throws SocketException {
        return new RtpPeer(codec, ssrc);
    }

    public InetSocketAddress local() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    /** Sends the sound over and over, 20 ms in each packet, until it is closed. */
    public synchronized void sendTo(InetSocketAddress address, Sound looped) {
        boolean first = target == null;
        target = address;
        sound = looped;
        if (first) {
            var _ = pacer.scheduleAtFixedRate(this::send, 0, 20, TimeUnit.MILLISECONDS);
        }
    }

    /** Presses a key for 100 ms as a telephone-event, in place of the sound. */
    public synchronized void press(int payloadType, int key) {
        eventPayloadType = payloadType;
        event = key;
        eventPacketsLeft = EVENT_PACKETS;
        eventTimestamp = timestamp;
    }

    public synchronized int receivedCount() {
        return received.size();
    }

    /** The packets so far, as they came. */
    public synchronized List<byte[]> received() {
        return List.copyOf(received);
    }

    public synchronized void forget() {
        received.clear();
    }

    /** What was heard so far, decoded, in order of arrival. */
    public synchronized short[] heard() {
        var out = new short[received.size() * SAMPLES];
        int count = 0;
        for (byte[] packet : received) {
            int type = packet[1] & 0x7F;
            if (type == 0 || type == 8) {
                var heardCodec = type == 0 ? Codec.PCMU : Codec.PCMA;
                for (int i = 12; i < packet.length && count < out.length; i++) {
                    out[count++] = heardCodec.decode(packet[i]);
                }
            }
        }
        return Arrays.copyOf(out, count);
    }

    /** The last part of what was heard. */
    public short[] heardLast(int samples) {
        var all = heard();
        return Arrays.copyOfRange(all, Math.max(0, all.length - samples), all.length);
    }

    @Override
    public void close() {
        pacer.shutdownNow();
        receiver.interrupt();
        socket.close();
    }

    private synchronized void send() {
        var packet = ByteBuffer.allocate(12 + SAMPLES);
        boolean pressing = eventPacketsLeft > 0;
        packet.put((byte) 0x80).put((byte) (pressing ? eventPayloadType : codec.payloadType()));
        packet.putShort((short) sequence++).putInt(pressing ? eventTimestamp : timestamp).putInt(ssrc);
        if (pressing) {
            int sent = EVENT_PACKETS - eventPacketsLeft--;
            packet.put((byte) event).put((byte) (eventPacketsLeft < 3 ? 0x8A : 0x0A));
            packet.putShort((short) (Math.min(sent + 1, EVENT_PACKETS - 2) * SAMPLES));
        } else {
            for (int i = 0; i < SAMPLES; i++) {
                packet.put(codec.encode(sound.sample(position)));
                position = (position + 1) % sound.length();
            }
        }
        timestamp += SAMPLES;
        try {
            socket.send(new DatagramPacket(packet.array(), packet.position(), target));
        } catch (IOException closed) {
            pacer.shutdown();
        }
    }

    private void receive() {
        var buffer = new DatagramPacket(new byte[2_048], 2_048);
        while (!Thread.currentThread().isInterrupted()) {
            try {
                socket.receive(buffer);
            } catch (IOException closed) {
                return;
            }
            synchronized (this) {
                received.add(Arrays.copyOf(buffer.getData(), buffer.getLength()));
            }
        }
    }
}
