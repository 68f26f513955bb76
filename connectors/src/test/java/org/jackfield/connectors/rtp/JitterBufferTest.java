package org.jackfield.connectors.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sound comes out in order, whatever the network did to it. */
class JitterBufferTest {

    private static final int FRAME = 160;

    private final JitterBuffer buffer = new JitterBuffer();
    private final Frame frame = new Frame();

    @Test
    void isSilentWhenNothingCame() {
        assertThat(buffer.read(frame)).isFalse();
        assertThat(frame.codes).containsOnly((byte) 0xFF);
    }

    @Test
    void playsInOrderAfterDelayWhenPacketsAreShuffled() {
        put(0, 1);
        put(2, 3);
        put(1, 2);

        assertThat(readMarks(5).subList(2, 5)).containsExactly(1, 2, 3);
    }

    @Test
    void refusesPacketWhenItCameBefore() {
        assertThat(put(0, 1)).isTrue();
        assertThat(put(1, 2)).isTrue();

        assertThat(put(1, 9)).isFalse();

        assertThat(readMarks(4).subList(2, 4)).containsExactly(1, 2);
    }

    @Test
    void goesOnAcrossWrapWhenTimestampsOverflow() {
        int start = -2 * FRAME;
        for (int i = 0; i < 6; i++) {
            assertThat(buffer.put(start + i * FRAME, payload(i + 1, FRAME), Codec.PCMU, Codec.PCMU)).isTrue();
        }

        assertThat(readMarks(8).subList(2, 8)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void cutsFramesWhenPacketsHoldThirtyMilliseconds() {
        buffer.put(0, payload(1, 240), Codec.PCMU, Codec.PCMU);
        buffer.put(240, payload(2, 240), Codec.PCMU, Codec.PCMU);

        var heard = readMarks(5);

        assertThat(heard.get(2)).isEqualTo(1);
        assertThat(heard.get(4)).isEqualTo(2);
        assertThat(buffer.read(frame)).isTrue();
    }

    @Test
    void transcodesWhenPeerSendsOtherCodec() {
        frame.codec = Codec.PCMU;
        byte aLaw = Codec.PCMA.encode((short) 5_000);
        var payload = new byte[FRAME];
        Arrays.fill(payload, aLaw);

        buffer.put(0, ByteBuffer.wrap(payload), Codec.PCMA, Codec.PCMU);

        readMarks(3);
        assertThat(frame.codes).containsOnly(Codec.PCMA.transcode(aLaw, Codec.PCMU));
    }

    @Test
    void fadesLastFrameWhenOneIsLost() {
        put(0, 0x10);
        put(1, 0x10);
        put(3, 0x20);
        readMarks(4);
        int before = Codec.PCMU.decode((byte) 0x10);

        buffer.read(frame);

        int concealed = Codec.PCMU.decode(frame.codes[50]);
        assertThat(Math.abs(concealed)).isLessThan(Math.abs(before)).isGreaterThan(Math.abs(before) / 2);
        assertThat(readMarks(1)).containsExactly(0x20);
    }

    @Test
    void waitsLongerWithinBoundWhenPacketsComeLate() {
        put(0, 1);
        readMarks(3);

        boolean heard = put(1, 2);
        for (int i = 2; i < 40; i++) {
            readMarks(1);
            put(Math.max(1, i - 6), i);
        }

        assertThat(heard).isTrue();
        assertThat(buffer.targetFrames()).isBetween(3, JitterBuffer.MOST_FRAMES);
    }

    @Test
    void shortensDelayWhenPeersClockIsFaster() {
        int sent = 0;
        for (int slot = 0; slot < 2_000; slot++) {
            sent += slot % 50 == 0 ? 2 : 1;
            for (int i = sent - (slot % 50 == 0 ? 2 : 1); i < sent; i++) {
                put(i, 1 + i % 100);
            }
            buffer.read(frame);
        }

        int newest = 1 + (sent - 1) % 100;
        int heard = frame.codes[0] & 0xFF;
        assertThat(Math.floorMod(newest - heard, 100)).isLessThan(12);
    }

    @Test
    void beginsAnewWhenTimestampsJump() {
        put(0, 1);
        put(1, 2);
        readMarks(4);

        buffer.put(50_000_000, payload(7, FRAME), Codec.PCMU, Codec.PCMU);
        buffer.put(50_000_000 + FRAME, payload(8, FRAME), Codec.PCMU, Codec.PCMU);

        assertThat(readMarks(4)).containsSubsequence(7, 8);
    }

    @Test
    void neverBreaksWhenPacketsAreRandom() {
        long seed = 4_711;
        var random = new Random(seed);
        for (int i = 0; i < 50_000; i++) {
            int timestamp = random.nextInt(4) == 0 ? random.nextInt() : i * FRAME + random.nextInt(2_000) - 1_000;
            buffer.put(timestamp, payload(1, 1 + random.nextInt(1_400)), Codec.PCMU, Codec.PCMA);
            if (random.nextBoolean()) {
                buffer.read(frame);
            }
        }
        assertThat(buffer.targetFrames()).as("seed %d", seed)
                .isBetween(JitterBuffer.LEAST_FRAMES, JitterBuffer.MOST_FRAMES);
    }

    @Test
    void losesNothingWhenJitterIsWithinDelay() {
        long seed = 99;
        var random = new Random(seed);
        var heard = new ArrayList<Integer>();
        for (int block = 0; block < 50; block++) {
            var order = new ArrayList<>(List.of(block * 2, block * 2 + 1));
            Collections.shuffle(order, random);
            order.forEach(i -> put(i, 1 + i % 100));
            heard.addAll(readMarks(2));
        }
        heard.addAll(readMarks(2));

        var expected = new ArrayList<Integer>();
        for (int i = 0; i < 90; i++) {
            expected.add(1 + i % 100);
        }
        assertThat(heard).as("seed %d", seed).containsSubsequence(expected);
    }

    private boolean put(int index, int mark) {
        return buffer.put(index * FRAME, payload(mark, FRAME), Codec.PCMU, Codec.PCMU);
    }

    private static ByteBuffer payload(int mark, int length) {
        var bytes = new byte[length];
        Arrays.fill(bytes, (byte) mark);
        return ByteBuffer.wrap(bytes);
    }

    private List<Integer> readMarks(int count) {
        var marks = new ArrayList<Integer>();
        for (int i = 0; i < count; i++) {
            buffer.read(frame);
            marks.add(frame.codes[0] & 0xFF);
        }
        return marks;
    }
}
