package org.jackfield.connectors.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jackfield.connectors.media.Tones;
import org.jackfield.engine.call.CallControl.Playback;
import org.jackfield.engine.media.Sound;
import org.junit.jupiter.api.Test;

/** What goes out in each slot: numbers, timestamps, digits (RFC 3550, RFC 4733). */
class SenderTest {

    private static final int EVENTS = 101;

    private record Packet(int slot, RtpHeader header, ByteBuffer payload) {}

    private final Sender sender = new Sender(new Random(3));
    private final ByteBuffer out = ByteBuffer.allocate(1_500);
    private int slot = 1_000;

    @Test
    void numbersPacketsAndFollowsSlotsWhenSlotsAreSkipped() {
        configure(Optional.empty());

        var first = run(2);
        slot += 10;
        var later = run(1);

        assertThat(first.get(1).header().sequence).isEqualTo((first.get(0).header().sequence + 1) & 0xFFFF);
        assertThat(first.get(1).header().timestamp - first.get(0).header().timestamp).isEqualTo(160);
        assertThat(later.get(0).header().sequence).isEqualTo((first.get(0).header().sequence + 2) & 0xFFFF);
        assertThat(later.get(0).header().timestamp - first.get(0).header().timestamp).isEqualTo(12 * 160);
        assertThat(first.get(0).header().marker).isTrue();
        assertThat(first.get(1).header().marker).isFalse();
    }

    @Test
    void sendsGrowingEventsAndThreeEndsWhenTelephoneEventIsNegotiated() {
        configure(Optional.of(TelephoneEvents.of(EVENTS)));
        sender.play(new Playback("p", Tones.tone(500, 10_000), 1));

        sender.sendDigits("1#");
        var packets = run(25);

        var events = packets.stream().filter(packet -> packet.header().payloadType == EVENTS).toList();
        assertThat(events).hasSize(14);
        var one = events.subList(0, 7);
        assertThat(one).allMatch(packet -> packet.payload().get(0) == 1);
        assertThat(one).extracting(packet -> packet.payload().getShort(2) & 0xFFFF)
                .containsExactly(160, 320, 480, 640, 800, 800, 800);
        assertThat(one).extracting(packet -> packet.payload().get(1) < 0)
                .containsExactly(false, false, false, false, true, true, true);
        assertThat(one).extracting(packet -> packet.header().marker)
                .containsExactly(true, false, false, false, false, false, false);
        assertThat(one).extracting(packet -> packet.header().timestamp).containsOnly(one.get(0).header().timestamp);
        assertThat(events.get(7).payload().get(0)).isEqualTo((byte) 11);
        assertThat(events.get(7).header().timestamp).isNotEqualTo(one.get(0).header().timestamp);
        int firstEvent = packets.indexOf(one.get(0));
        assertThat(packets.subList(firstEvent, packets.indexOf(events.get(13)) + 1)).containsExactlyElementsOf(events);
        assertThat(packets.getLast().header().payloadType).isZero();
    }

    @Test
    void pausesHalfASecondWhenDigitsHoldAW() {
        configure(Optional.of(TelephoneEvents.of(EVENTS)));

        sender.sendDigits("1w2");
        var events = run(60).stream().filter(packet -> packet.header().payloadType == EVENTS).toList();

        assertThat(events.get(7).slot() - events.get(6).slot()).isBetween(25, 30);
    }

    @Test
    void sendsTonesWhenTelephoneEventIsNotNegotiated() {
        configure(Optional.empty());

        sender.sendDigits("159D");

        var detector = new ToneDetector();
        var heard = new StringBuilder();
        for (var packet : run(60)) {
            var frame = new Frame();
            packet.payload().get(0, frame.codes);
            char digit = detector.listen(frame);
            if (digit != ToneDetector.NONE) {
                heard.append(digit);
            }
        }
        assertThat(heard).hasToString("159D");
    }

    @Test
    void letsPressLastAsLongAsAtTheOtherEndWhenBridged() {
        configure(Optional.of(TelephoneEvents.of(EVENTS)));
        var down = new Frame();
        down.event = 3;

        var packets = new ArrayList<Packet>();
        IntStream.range(0, 500).forEach(i -> packets.addAll(run(1, down)));
        packets.addAll(run(4, new Frame()));

        var starts = packets.stream().map(packet -> packet.header().timestamp).distinct().toList();
        assertThat(starts.subList(0, 2)).hasSize(2);
        assertThat(starts.get(1) - starts.get(0)).isEqualTo(DigitSender.SEGMENT_SAMPLES);
        assertThat(packets).filteredOn(packet -> packet.header().payloadType == EVENTS && packet.header().marker)
                .hasSize(1);
        assertThat(packets).filteredOn(packet -> packet.payload().get(1) < 0 && packet.header().payloadType == EVENTS)
                .hasSize(3);
    }

    @Test
    void endsPlaybackAfterAllLoopsWhenSoundIsShort() {
        configure(Optional.empty());
        sender.play(new Playback("p", Sound.of(new short[200]), 3));

        int slots = 0;
        String ended = null;
        while (ended == null && slots < 20) {
            run(1);
            slots++;
            ended = sender.takeEndedPlayback();
        }

        assertThat(ended).isEqualTo("p");
        assertThat(slots).isEqualTo(4);
        assertThat(sender.takeEndedPlayback()).isNull();
    }

    @Test
    void endsAtOnceWhenSoundIsEmptyAndLoopsForEver() {
        configure(Optional.empty());
        sender.play(new Playback("p", Sound.of(new short[0]), 0));

        run(1);

        assertThat(sender.takeEndedPlayback()).isEqualTo("p");
    }

    @Test
    void playsForEverWhenLoopsIsZero() {
        configure(Optional.empty());
        sender.play(new Playback("p", Tones.tone(500, 50), 0));

        var packets = run(200);

        assertThat(sender.takeEndedPlayback()).isNull();
        assertThat(packets).hasSize(200);
    }

    @Test
    void takesAnotherSourceWhenPeerHasTheSame() {
        int before = sender.ssrc();

        sender.avoid(before);

        assertThat(sender.ssrc()).isNotEqualTo(before);
    }

    private void configure(Optional<TelephoneEvents> events) {
        sender.configure(
                RemoteMedia.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), 4_000), Codec.PCMU, events,
                        Direction.SEND_RECEIVE));
    }

    private List<Packet> run(int slots) {
        return run(slots, new Frame());
    }

    private List<Packet> run(int slots, Frame bridged) {
        var packets = new ArrayList<Packet>();
        for (int i = 0; i < slots; i++) {
            out.clear();
            if (sender.write(slot, bridged, out)) {
                var bytes = new byte[out.flip().remaining()];
                out.get(bytes);
                var packet = ByteBuffer.wrap(bytes);
                var header = new RtpHeader();
                assertThat(header.read(packet)).isTrue();
                packets.add(new Packet(slot, header, packet.slice()));
            }
            slot++;
        }
        return packets;
    }
}
