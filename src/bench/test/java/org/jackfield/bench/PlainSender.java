package org.jackfield.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The reference for media: a loop that sends the same packet to every leg each 20 ms and does nothing else. */
final class PlainSender implements AutoCloseable {

    static final String THREAD = "plain-sender";

    private static final long SLOT = 20_000_000L;

    private final List<DatagramChannel> channels = new ArrayList<>();
    private final InetSocketAddress target;
    private final Thread thread;
    private volatile boolean stopping;

    PlainSender(int legs, InetSocketAddress target) throws IOException {
        this.target = target;
        for (int leg = 0; leg < legs; leg++) {
            DatagramChannel channel = DatagramChannel.open();
            channel.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            channels.add(channel);
        }
        thread = Thread.ofPlatform().name(THREAD).daemon().start(this::send);
    }

    private void send() {
        ByteBuffer packet = ByteBuffer.allocateDirect(172);
        long slot = System.nanoTime();
        int timestamp = 0;
        try {
            while (!stopping) {
                for (long left = slot - System.nanoTime(); left > 0; left = slot - System.nanoTime()) {
                    LockSupport.parkNanos(left);
                }
                for (DatagramChannel channel : channels) {
                    packet.clear();
                    packet.put(0, (byte) 0x80).putInt(4, timestamp);
                    channel.send(packet, target);
                }
                timestamp += 160;
                slot += SLOT;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        stopping = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        for (DatagramChannel channel : channels) {
            channel.close();
        }
    }
}
