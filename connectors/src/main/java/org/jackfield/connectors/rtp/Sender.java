package org.jackfield.connectors.rtp;

import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;
import org.jackfield.engine.call.CallControl.Playback;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a stream sends: in each slot one packet of digits, of a playback, of the bridge, or of silence. The timestamp follows
 * the slot, so it never drifts; sequence number, timestamp and SSRC begin at random values (RFC 3550, section 5.1). Confined to a
 * media thread.
 */
final class Sender {

    private final RandomGenerator random;
    private final RtpHeader header = new RtpHeader();
    private final int timestampBase;
    private final Player player = new Player();
    private final DigitSender digits = new DigitSender();
    private final ToneSource tones = new ToneSource();
    private final short[] samples = new short[MediaClock.SLOT_SAMPLES];
    private final byte[] codes = new byte[MediaClock.SLOT_SAMPLES];
    private final EventPayload eventPayload = new EventPayload();
    private Codec codec = Codec.PCMU;
    private int eventPayloadType = -1;
    private int eventTimestamp;
    private boolean gap = true;
    private @Nullable String endedPlayback;
    private int packets;
    private int octets;

    Sender(RandomGenerator random) {
        this.random = random;
        timestampBase = random.nextInt();
        header.sequence = random.nextInt(1 << 16);
        header.ssrc = random.nextInt();
    }

    void configure(RemoteMedia remote) {
        codec = remote.codec();
        int wanted = remote.telephoneEvents().map(TelephoneEvents::send).orElse(-1);
        if (wanted != eventPayloadType) {
            eventPayloadType = wanted;
            digits.clear();
        }
    }

    void play(Playback playback) {
        player.play(playback);
    }

    void stopPlaying() {
        player.stop();
    }

    void sendDigits(String text) {
        text.chars().forEach(digit -> digits.add((char) digit));
    }

    /** The peer took our synchronisation source: take another one (section 8.2). */
    void avoid(int ssrc) {
        while (header.ssrc == ssrc) {
            header.ssrc = random.nextInt();
            packets = 0;
            octets = 0;
        }
    }

    int ssrc() {
        return header.ssrc;
    }

    int packets() {
        return packets;
    }

    int octets() {
        return octets;
    }

    /** The RTP timestamp of an instant. */
    int timestamp(long nanos) {
        return timestampBase + (int) (nanos / (MediaClock.SLOT_NANOS / MediaClock.SLOT_SAMPLES));
    }

    /** The playback that ended in the last slot, once. */
    @Nullable
    String takeEndedPlayback() {
        var ended = endedPlayback;
        endedPlayback = null;
        return ended;
    }

    /** Lets a slot pass in which nothing may be sent; a playback goes on in time. */
    void pass() {
        fillFromPlayer();
        gap = true;
    }

    /** Writes the packet of a slot; false when the slot stays empty. */
    boolean write(long slot, @Nullable Frame bridged, ByteBuffer packet) {
        boolean played = fillFromPlayer();
        var digit = digits.next(bridged == null ? Frame.NO_EVENT : bridged.event);
        int now = timestampBase + (int) (slot * MediaClock.SLOT_SAMPLES);
        if (digit != DigitSender.Slot.FREE && eventPayloadType >= 0) {
            return digit != DigitSender.Slot.SILENT && writeEvent(now, digit, packet);
        }
        if (digit == DigitSender.Slot.DOWN) {
            fillTone();
        } else if (digit != DigitSender.Slot.FREE) {
            java.util.Arrays.fill(codes, codec.encode((short) 0));
        } else if (!played) {
            fillFromBridge(bridged);
        }
        writeSound(now, packet);
        return true;
    }

    private boolean writeEvent(int now, DigitSender.Slot digit, ByteBuffer packet) {
        if (digits.begins()) {
            eventTimestamp = now;
        } else if (digits.segmentBegins()) {
            eventTimestamp += DigitSender.SEGMENT_SAMPLES;
        }
        header.marker = digits.begins();
        header.payloadType = eventPayloadType;
        header.timestamp = eventTimestamp;
        eventPayload.event = digits.event();
        eventPayload.end = digit == DigitSender.Slot.ENDING;
        eventPayload.duration = digits.duration();
        next(packet, EventPayload.LENGTH);
        eventPayload.write(packet);
        gap = true;
        return true;
    }

    private void writeSound(int now, ByteBuffer packet) {
        header.marker = gap;
        header.payloadType = codec.payloadType();
        header.timestamp = now;
        next(packet, codes.length);
        packet.put(codes);
        gap = false;
    }

    private void next(ByteBuffer packet, int payload) {
        header.sequence = (header.sequence + 1) & 0xFFFF;
        header.write(packet);
        packets++;
        octets += payload;
    }

    private boolean fillFromPlayer() {
        if (!player.isPlaying()) {
            return false;
        }
        endedPlayback = player.fill(samples);
        codec.encode(samples, codes, codes.length);
        return true;
    }

    private void fillTone() {
        if (digits.begins()) {
            tones.begin();
        }
        tones.fill(digits.event(), samples);
        codec.encode(samples, codes, codes.length);
    }

    private void fillFromBridge(@Nullable Frame bridged) {
        if (bridged == null) {
            java.util.Arrays.fill(codes, codec.encode((short) 0));
            return;
        }
        for (int i = 0; i < codes.length; i++) {
            codes[i] = bridged.codec.transcode(bridged.codes[i], codec);
        }
    }
}
