package org.jackfield.connectors.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The content of RTCP, byte for byte (RFC 3550, section 6). */
class ControlReportsTest {

    private static final InetSocketAddress PEER = new InetSocketAddress(InetAddress.getLoopbackAddress(), 4_000);
    private static final int PEER_SSRC = 0x1234_5678;
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Sender sender = new Sender(new Random(1));
    private final Receiver receiver = new Receiver(Duration.ofSeconds(3), new Counters(), digit -> {});
    private final ControlReports reports = new ControlReports(new Random(2), 1_000 * SECOND, 0);
    private final ByteBuffer packet = ByteBuffer.allocate(1_500);

    ControlReportsTest() {
        var media = RemoteMedia.of(PEER, Codec.PCMU, Optional.empty(), Direction.SEND_RECEIVE);
        sender.configure(media);
        receiver.configure(media);
    }

    @Test
    void sendsSenderReportWithLossAndNameWhenBothSpeak() {
        send(3);
        receive(1, 2, 3, 5);

        write(10 * SECOND, false);

        assertThat(packet.get(0) & 0xFF).isEqualTo(0x81);
        assertThat(packet.get(1) & 0xFF).isEqualTo(200);
        assertThat(packet.getShort(2)).isEqualTo((short) 12);
        assertThat(packet.getInt(4)).isEqualTo(sender.ssrc());
        assertThat(packet.getInt(8) & 0xFFFF_FFFFL).isEqualTo(2_208_988_800L + 1_010);
        assertThat(packet.getInt(16)).isEqualTo(sender.timestamp(10 * SECOND));
        assertThat(packet.getInt(20)).isEqualTo(3);
        assertThat(packet.getInt(24)).isEqualTo(3 * 160);
        assertThat(packet.getInt(28)).isEqualTo(PEER_SSRC);
        assertThat(packet.get(32) & 0xFF).as("fraction lost").isEqualTo(256 / 5);
        assertThat(packet.getInt(32) & 0xFF_FFFF).as("lost").isEqualTo(1);
        assertThat(packet.getInt(36)).as("highest sequence").isEqualTo(5);
        assertThat(packet.get(53) & 0xFF).isEqualTo(202);
        assertThat(packet.get(60)).as("CNAME").isEqualTo((byte) 1);
        assertThat(packet.get(61)).isEqualTo((byte) 24);
        assertThat(packet.limit() % 4).isZero();
    }

    @Test
    void sendsReceiverReportWhenNothingWasSentSince() {
        send(1);
        write(SECOND, false);

        write(2 * SECOND, false);

        assertThat(packet.get(1) & 0xFF).isEqualTo(201);
        assertThat(packet.get(0) & 0x1F).isZero();
    }

    @Test
    void saysByeWhenItEnds() {
        write(SECOND, true);

        assertThat(packet.get(packet.limit() - 7) & 0xFF).isEqualTo(203);
        assertThat(packet.getInt(packet.limit() - 4)).isEqualTo(sender.ssrc());
    }

    @Test
    void measuresRoundTripAndAnswersWithDelayWhenPeerReports() {
        send(1);
        receive(1);
        write(10 * SECOND, false);
        int middle = (int) (packet.getLong(8) >>> 16);
        var answer = ByteBuffer.allocate(52);
        answer.put((byte) 0x81).put((byte) 200).putShort((short) 12).putInt(PEER_SSRC);
        answer.putLong(0x1122_3344_5566_7788L).putInt(0).putInt(1).putInt(160);
        answer.putInt(sender.ssrc()).putInt(0).putInt(0).putInt(0).putInt(middle).putInt(65_536).flip();

        boolean taken = reports.read(answer, PEER_SSRC, sender.ssrc(), 11 * SECOND + SECOND / 10);
        write(13 * SECOND + SECOND / 10, false);

        assertThat(taken).isTrue();
        assertThat(Duration.ofNanos(reports.roundTripNanos()).toMillis()).isBetween(99L, 101L);
        int block = (packet.get(1) & 0xFF) == 200 ? 28 : 8;
        assertThat(packet.getInt(block + 16)).as("LSR").isEqualTo(0x3344_5566);
        assertThat(packet.getInt(block + 20)).as("DLSR").isEqualTo(2 * 65_536);
    }

    @Test
    void comesInRandomIntervalsAroundFiveSecondsWhenTimePasses() {
        int count = 0;
        for (long now = 0; now < 1_000 * SECOND; now += SECOND / 50) {
            count += reports.takeDue(now) ? 1 : 0;
        }

        assertThat(count).isBetween(200, 300);
    }

    @Test
    void refusesPacketWhenItIsNoCompound() {
        for (var bytes : new byte[][]{{}, {(byte) 0x80}, {(byte) 0x80, (byte) 202, 0, 1, 0, 0, 0, 1},
            {0x40, (byte) 201, 0, 1, 0, 0, 0, 1}, {(byte) 0xA0, (byte) 201, 0, 1, 0, 0, 0, 1},
            {(byte) 0x80, (byte) 201, 0, 2, 0, 0, 0, 1}, {(byte) 0x80, (byte) 201, 0, 0, 0, 0, 0, 1}}) {
            assertThat(reports.read(ByteBuffer.wrap(bytes), PEER_SSRC, sender.ssrc(), 0)).isFalse();
        }
    }

    private void send(int packets) {
        for (int i = 0; i < packets; i++) {
            assertThat(sender.write(i, null, ByteBuffer.allocate(1_500))).isTrue();
        }
    }

    private void receive(int... sequences) {
        for (int sequence : sequences) {
            var rtp = ByteBuffer.allocate(172);
            rtp.put((byte) 0x80).put((byte) 0).putShort((short) sequence).putInt(sequence * 160).putInt(PEER_SSRC);
            receiver.packet(rtp.clear(), PEER, sequence * MediaClock.SLOT_NANOS);
        }
    }

    private void write(long now, boolean bye) {
        packet.clear();
        reports.write(packet, sender, receiver, now, bye);
        packet.flip();
    }
}
