package org.jackfield.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.DatagramChannel;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Hears the packets of all legs on one socket and notes when each arrives. How late a packet is: against the earliest that its
 * leg ever was, counted by its RTP time stamp. What the receiving side adds is the same for whoever sends.
 */
final class PacketEar implements AutoCloseable {

    private static final int BUFFER = 8 << 20;
    private static final double NANOS_A_SAMPLE = 125_000;

    private static final class Leg {
        private long firstTimestamp = -1;
        private long[] moments = new long[1_024];
        private int count;

        void add(long timestamp, long now) {
            if (firstTimestamp < 0) {
                firstTimestamp = timestamp;
            }
            if (count == moments.length) {
                moments = Arrays.copyOf(moments, 2 * count);
            }
            moments[count++] = now - Math.round(((timestamp - firstTimestamp) & 0xFFFFFFFFL) * NANOS_A_SAMPLE);
        }
    }

    private final DatagramChannel channel;
    private final Thread thread;
    private final Map<Integer, Leg> legs = new HashMap<>();
    private volatile boolean counting;

    PacketEar() throws IOException {
        channel = DatagramChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
        channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        thread = Thread.ofPlatform().name("packet-ear").daemon().start(this::listen);
    }

    InetSocketAddress address() throws IOException {
        return (InetSocketAddress) channel.getLocalAddress();
    }

    void count(boolean now) {
        counting = now;
    }

    private void listen() {
        ByteBuffer packet = ByteBuffer.allocateDirect(2_048);
        try {
            while (true) {
                packet.clear();
                InetSocketAddress from = (InetSocketAddress) channel.receive(packet);
                long now = System.nanoTime();
                if (counting && packet.flip().remaining() >= 12) {
                    legs.computeIfAbsent(from.getPort(), _ -> new Leg()).add(packet.getInt(4) & 0xFFFFFFFFL, now);
                }
            }
        } catch (AsynchronousCloseException closed) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes, and tells how late the packets were. */
    Lateness end() throws IOException, InterruptedException {
        close();
        thread.join();
        Lateness lateness = new Lateness();
        for (Leg leg : legs.values()) {
            long earliest = Long.MAX_VALUE;
            for (int i = 0; i < leg.count; i++) {
                earliest = Math.min(earliest, leg.moments[i]);
            }
            for (int i = 0; i < leg.count; i++) {
                lateness.add(leg.moments[i] - earliest);
            }
        }
        return lateness;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
