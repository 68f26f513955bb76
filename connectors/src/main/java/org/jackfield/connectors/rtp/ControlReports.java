package org.jackfield.connectors.rtp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * RTCP of a session with two parties (RFC 3550, section 6): sender or receiver reports with a CNAME (RFC 7022) in random intervals
 * around five seconds, the first after half of that, and a BYE at the end. Confined to a media thread.
 */
final class ControlReports {

    private static final int SENDER_REPORT = 200;
    private static final int RECEIVER_REPORT = 201;
    private static final int SOURCE_DESCRIPTION = 202;
    private static final int BYE = 203;
    private static final int BLOCK_LENGTH = 24;
    private static final long INTERVAL_NANOS = Duration.ofSeconds(5).toNanos();
    /** Makes up for the timer reconsideration of the RFC (section 6.3.1): e - 3/2. */
    private static final double COMPENSATION = 1.21828;
    private static final long SECONDS_1900_TO_1970 = 2_208_988_800L;

    private final RandomGenerator random;
    private final long wallNanosAtZero;
    private final byte[] cname;
    private long nextAt;
    private int packetsAtLastReport;
    private int lastSenderReport;
    private long lastSenderReportAt;
    private long roundTripNanos;

    /** @param wallNanosAtZero the wall clock at the beginning of the media clock, in nanoseconds since 1970 */
    ControlReports(RandomGenerator random, long wallNanosAtZero, long now) {
        this.random = random;
        this.wallNanosAtZero = wallNanosAtZero;
        var name = new byte[12];
        random.nextBytes(name);
        cname = HexFormat.of().formatHex(name).getBytes(StandardCharsets.US_ASCII);
        nextAt = now + interval(INTERVAL_NANOS / 2);
    }

    /** Whether a report is due; it is then expected to be written, and the next one is planned. */
    boolean takeDue(long now) {
        if (now < nextAt) {
            return false;
        }
        nextAt = now + interval(INTERVAL_NANOS);
        return true;
    }

    long roundTripNanos() {
        return roundTripNanos;
    }

    /** Writes a compound packet: report, CNAME, and BYE when the session ends. */
    void write(ByteBuffer packet, Sender sender, Receiver receiver, long now, boolean bye) {
        boolean sent = sender.packets() != packetsAtLastReport;
        packetsAtLastReport = sender.packets();
        boolean heard = receiver.reception().started();
        int blocks = heard ? 1 : 0;
        header(packet, blocks, sent ? SENDER_REPORT : RECEIVER_REPORT,
                (sent ? 28 : 8) + blocks * BLOCK_LENGTH, sender.ssrc());
        if (sent) {
            packet.putLong(ntp(now));
            packet.putInt(sender.timestamp(now));
            packet.putInt(sender.packets());
            packet.putInt(sender.octets());
        }
        if (heard) {
            writeBlock(packet, receiver, now);
        }
        writeName(packet, sender.ssrc());
        if (bye) {
            header(packet, 1, BYE, 8, sender.ssrc());
        }
    }

    private void writeBlock(ByteBuffer packet, Receiver receiver, long now) {
        var reception = receiver.reception();
        packet.putInt(receiver.lock().ssrc());
        long lost = Math.clamp(reception.lost(), -0x80_0000, 0x7F_FFFF);
        packet.putInt((reception.fractionLostSinceReport() << 24) | ((int) lost & 0xFF_FFFF));
        packet.putInt((int) reception.extendedHighest());
        packet.putInt((int) reception.jitter());
        packet.putInt(lastSenderReport);
        packet.putInt(lastSenderReport == 0 ? 0 : (int) by65536(now - lastSenderReportAt));
    }

    private void writeName(ByteBuffer packet, int ssrc) {
        int content = 4 + 4 + 2 + cname.length + 1;
        int padded = (content + 3) & ~3;
        header(packet, 1, SOURCE_DESCRIPTION, padded, ssrc);
        packet.put((byte) 1).put((byte) cname.length).put(cname);
        for (int i = content - 1; i < padded; i++) {
            packet.put((byte) 0);
        }
    }

    private static void header(ByteBuffer packet, int count, int type, int length, int ssrc) {
        packet.put((byte) (0x80 | count)).put((byte) type).putShort((short) (length / 4 - 1)).putInt(ssrc);
    }

    /**
     * Takes a compound packet of the peer, whose synchronisation source is given.
     *
     * @return false when it is malformed (section A.2)
     */
    boolean read(ByteBuffer packet, int peerSsrc, int ownSsrc, long now) {
        if (!isCompound(packet)) {
            return false;
        }
        for (int at = 0; at < packet.limit(); at += length(packet, at)) {
            int type = packet.get(at + 1) & 0xFF;
            if (type == SENDER_REPORT && length(packet, at) >= 28 && packet.getInt(at + 4) == peerSsrc) {
                lastSenderReport = (int) (packet.getLong(at + 8) >>> 16);
                lastSenderReportAt = now;
            }
            if (type == SENDER_REPORT || type == RECEIVER_REPORT) {
                readBlocks(packet, at, type == SENDER_REPORT ? 28 : 8, ownSsrc, now);
            }
        }
        return true;
    }

    private void readBlocks(ByteBuffer packet, int at, int header, int ownSsrc, long now) {
        int blocks = packet.get(at) & 0x1F;
        for (int i = 0; i < blocks; i++) {
            int block = at + header + i * BLOCK_LENGTH;
            if (block + BLOCK_LENGTH > at + length(packet, at)) {
                return;
            }
            int last = packet.getInt(block + 16);
            if (packet.getInt(block) == ownSsrc && last != 0) {
                int trip = (int) (ntp(now) >>> 16) - last - packet.getInt(block + 20);
                roundTripNanos = Math.max(0, trip) * 1_000_000_000L / 65_536;
            }
        }
    }

    private static boolean isCompound(ByteBuffer packet) {
        int type = packet.limit() < 8 ? 0 : packet.get(1) & 0xFF;
        if ((type != SENDER_REPORT && type != RECEIVER_REPORT) || (packet.get(0) & 0x20) != 0) {
            return false;
        }
        int at = 0;
        while (at + 4 <= packet.limit() && (packet.get(at) & 0xC0) == 0x80) {
            at += length(packet, at);
        }
        return at == packet.limit();
    }

    private static int length(ByteBuffer packet, int at) {
        return 4 * ((packet.getShort(at + 2) & 0xFFFF) + 1);
    }

    private long ntp(long now) {
        long wall = wallNanosAtZero + now;
        long seconds = Math.floorDiv(wall, 1_000_000_000L);
        long fraction = (Math.floorMod(wall, 1_000_000_000L) << 32) / 1_000_000_000L;
        return ((seconds + SECONDS_1900_TO_1970) << 32) | fraction;
    }

    private static long by65536(long nanos) {
        return nanos * 65_536 / 1_000_000_000L;
    }

    private long interval(long nanos) {
        return (long) (nanos * (0.5 + random.nextDouble()) / COMPENSATION);
    }
}
