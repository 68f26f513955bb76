package org.jackfield.connectors.rtp;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Takes the peer's packets apart: checks, source lock, counts, jitter buffer, digits. Anything that is not the peer's valid RTP is
 * dropped and counted. Confined to a media thread.
 */
final class Receiver {

    /** Hears which digits are pressed. */
    @FunctionalInterface
    interface DigitListener {
        void pressed(char digit);
    }

    private static final int COMFORT_NOISE = 13;

    private final RtpHeader header = new RtpHeader();
    private final EventPayload eventPayload = new EventPayload();
    private final SourceLock lock;
    private final Reception reception = new Reception();
    private final JitterBuffer jitterBuffer = new JitterBuffer();
    private final EventReceiver events = new EventReceiver();
    private final ToneDetector detector = new ToneDetector();
    private final Counters counters;
    private final DigitListener digits;
    private @Nullable RemoteMedia remote;
    private int eventPayloadType = -1;
    private long lastHeard;

    Receiver(Duration learning, Counters counters, DigitListener digits) {
        lock = new SourceLock(learning);
        this.counters = counters;
        this.digits = digits;
    }

    void configure(RemoteMedia media) {
        if (remote == null || remote.codec() != media.codec()) {
            jitterBuffer.reset();
        }
        remote = media;
        eventPayloadType = media.telephoneEvents().map(TelephoneEvents::receive).orElse(-1);
        lock.signalled(media.rtp());
    }

    SourceLock lock() {
        return lock;
    }

    Reception reception() {
        return reception;
    }

    /** When the peer gave a sign of life last. */
    long lastHeard() {
        return lastHeard;
    }

    void heard(long now) {
        lastHeard = now;
    }

    /** Takes a datagram. */
    void packet(ByteBuffer packet, InetSocketAddress from, long now) {
        if (packet.remaining() > PacketBuffers.LARGEST_PACKET || !header.read(packet) || !isKnown(header.payloadType)) {
            counters.add(Counters.Count.MALFORMED);
            return;
        }
        if (remote == null) {
            counters.add(Counters.Count.DISCARDED);
            return;
        }
        switch (lock.judge(from, header.ssrc, header.sequence, now)) {
            case FOREIGN -> counters.add(Counters.Count.FOREIGN);
            case PROBATION -> counters.add(Counters.Count.DISCARDED);
            case ACCEPTED_NEW -> {
                reception.begin(header.sequence);
                jitterBuffer.reset();
                events.reset();
                accept(packet, remote, now);
            }
            case ACCEPTED -> accept(packet, remote, now);
        }
    }

    /** Reads the sound of the next slot; false when there is none and no key is down. */
    boolean read(Frame frame, long slot) {
        var media = remote;
        if (media == null) {
            return false;
        }
        frame.codec = media.codec();
        frame.slot = slot;
        boolean heard = jitterBuffer.read(frame) && media.direction().receives();
        frame.event = events.slot();
        if (frame.event != Frame.NO_EVENT) {
            frame.silence();
            return true;
        }
        if (heard && eventPayloadType < 0) {
            char digit = detector.listen(frame);
            if (digit != ToneDetector.NONE) {
                digits.pressed(digit);
            }
        }
        return heard;
    }

    private boolean isKnown(int payloadType) {
        return payloadType == Codec.PCMU.payloadType() || payloadType == Codec.PCMA.payloadType()
                || payloadType == COMFORT_NOISE || payloadType == eventPayloadType;
    }

    private void accept(ByteBuffer packet, RemoteMedia media, long now) {
        counters.add(Counters.Count.RECEIVED);
        lastHeard = now;
        boolean event = header.payloadType == eventPayloadType;
        long arrival = now / (MediaClock.SLOT_NANOS / MediaClock.SLOT_SAMPLES);
        reception.packet(header.sequence, header.timestamp, arrival, !event);
        counters.set(Counters.Count.LOST, Math.max(0, reception.lost()));
        counters.set(Counters.Count.JITTER_NANOS,
                reception.jitter() * (MediaClock.SLOT_NANOS / MediaClock.SLOT_SAMPLES));
        if (event) {
            event(packet);
        } else if (header.payloadType != COMFORT_NOISE) {
            sound(packet, media.codec());
        }
    }

    private void event(ByteBuffer packet) {
        if (!eventPayload.read(packet)) {
            counters.add(Counters.Count.MALFORMED);
        } else if (eventPayload.event < DtmfKeys.KEYS
                && events.packet(header.timestamp, eventPayload.event, eventPayload.end, eventPayload.duration)) {
            digits.pressed(DtmfKeys.digit(eventPayload.event));
        }
    }

    private void sound(ByteBuffer packet, Codec to) {
        var from = header.payloadType == Codec.PCMU.payloadType() ? Codec.PCMU : Codec.PCMA;
        if (!jitterBuffer.put(header.timestamp, packet, from, to)) {
            counters.add(Counters.Count.DISCARDED);
        }
    }
}
