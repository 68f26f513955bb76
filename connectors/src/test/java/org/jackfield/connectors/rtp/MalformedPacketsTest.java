package org.jackfield.connectors.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever comes, nothing breaks, and each packet is counted once. */
class MalformedPacketsTest {

    private static final long SEED = 3_550;
    private static final InetSocketAddress PEER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4_000);
    private static final int PACKETS = 300_000;

    private final Random random = new Random(SEED);
    private final Counters counters = new Counters();
    private final Receiver receiver = new Receiver(Duration.ofSeconds(3), counters, digit -> {});

    @Test
    void countsEveryPacketWhenBytesAreRandomOrDamaged() {
        receiver.configure(
                RemoteMedia.of(PEER, Codec.PCMU, Optional.of(TelephoneEvents.of(101)), Direction.SEND_RECEIVE));
        var frame = new Frame();

        for (int i = 0; i < PACKETS; i++) {
            receiver.packet(packet(i), PEER, i * 1_000_000L);
            if (i % 20 == 0) {
                receiver.read(frame, i / 20);
            }
        }

        var counts = counters.snapshot();
        long packets = counts.received() + counts.malformed() + counts.foreign() + counts.discarded();
        assertThat(packets).as("seed %d", SEED).isGreaterThanOrEqualTo(PACKETS);
        assertThat(counts.received()).isPositive();
        assertThat(counts.malformed()).isPositive();
    }

    @Test
    void survivesWhenControlPacketsAreRandomOrDamaged() {
        var reports = new ControlReports(new Random(1), 0, 0);
        int taken = 0;
        for (int i = 0; i < PACKETS; i++) {
            var bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            if (bytes.length >= 8 && random.nextInt(4) > 0) {
                bytes[0] = (byte) (0x80 | random.nextInt(32));
                bytes[1] = (byte) (200 + random.nextInt(2));
                bytes[2] = 0;
                bytes[3] = (byte) (bytes.length / 4 - 1);
            }
            taken += reports.read(ByteBuffer.wrap(bytes), 1, 2, i) ? 1 : 0;
        }
        assertThat(taken).as("seed %d", SEED).isPositive();
    }

    @Test
    void countsMalformedWhenHeaderPromisesMoreThanThereIs() {
        receiver.configure(RemoteMedia.of(PEER, Codec.PCMU, Optional.empty(), Direction.SEND_RECEIVE));
        int[][] heads = {{0x8F, 0}, {0x90, 0}, {0xA0, 0}, {0x00, 0}, {0xC0, 0}, {0x80, 3}, {0x80, 101}};
        for (int[] head : heads) {
            var bytes = new byte[20];
            bytes[0] = (byte) head[0];
            bytes[1] = (byte) head[1];
            bytes[15] = (byte) 0xFF;
            receiver.packet(ByteBuffer.wrap(bytes), PEER, 0);
        }
        receiver.packet(ByteBuffer.allocate(PacketBuffers.LARGEST_PACKET + 1).put(0, (byte) 0x80), PEER, 0);

        assertThat(counters.get(Counters.Count.MALFORMED)).isEqualTo(heads.length + 1);
        assertThat(counters.get(Counters.Count.RECEIVED)).isZero();
    }

    private ByteBuffer packet(int i) {
        var bytes = new byte[random.nextInt(12) == 0 ? random.nextInt(1_502) : 12 + random.nextInt(200)];
        random.nextBytes(bytes);
        if (bytes.length >= 12 && random.nextInt(3) > 0) {
            ByteBuffer.wrap(bytes)
                    .put((byte) 0x80)
                    .put((byte) (random.nextBoolean() ? 0 : 101))
                    .putShort((short) i)
                    .putInt(i * 160)
                    .putInt(9);
            if (random.nextInt(4) == 0) {
                bytes[random.nextInt(12)] = (byte) random.nextInt();
            }
        }
        return ByteBuffer.wrap(bytes);
    }
}
