package org.jackfield.connectors.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jackfield.connectors.media.Tones;
import org.junit.jupiter.api.Test;

/** In-band digits (ITU-T Q.24). */
class ToneDetectorTest {

    private static final String KEYS = "0123456789*#ABCD";
    private static final long SEED = 20_261_120;
    private static final int MILLISECOND = 8;

    private final ToneDetector detector = new ToneDetector();

    @Test
    void hearsEveryDigitOnceWhenTonesAreShortAndNoisy() {
        var random = new Random(SEED);
        int right = 0;
        for (int i = 0; i < 200; i++) {
            int event = i % KEYS.length();
            var tone = Tones.pair(DtmfKeys.lowOf(event), DtmfKeys.highOf(event), 40 * MILLISECOND, 4_000);
            var sound = withPauses(tone, random.nextInt(160), random);

            right += listen(sound).equals(String.valueOf(KEYS.charAt(event))) ? 1 : 0;
        }
        assertThat(right).as("of 200, 40 ms, 20 dB, seed %d", SEED).isEqualTo(200);
    }

    @Test
    void hearsTwiceWhenPressedTwice() {
        var press = Tones.pair(770, 1_336, 60 * MILLISECOND, 4_000);
        var gap = new short[50 * MILLISECOND];

        assertThat(listen(press) + listen(gap) + listen(press) + listen(gap)).isEqualTo("55");
    }

    @Test
    void hearsOnceWhenPressIsLong() {
        assertThat(listen(Tones.pair(770, 1_336, 2_000 * MILLISECOND, 4_000))).isEqualTo("5");
    }

    @Test
    void hearsThroughTwistWithinLimitsAndNotBeyond() {
        var lowLouder = Tones.mix(Tones.sine(770, 800, 6_000), Tones.sine(1_336, 800, 3_000));
        var highLouder = Tones.mix(Tones.sine(770, 800, 4_200), Tones.sine(1_336, 800, 6_000));
        var tooMuch = Tones.mix(Tones.sine(770, 800, 8_000), Tones.sine(1_336, 800, 1_500));

        assertThat(listenAnew(lowLouder)).isEqualTo("5");
        assertThat(listenAnew(highLouder)).isEqualTo("5");
        assertThat(listenAnew(tooMuch)).isEmpty();
    }

    @Test
    void hearsNothingWhenSoundIsNoKey() {
        var random = new Random(SEED);

        assertThat(listenAnew(Tones.noise(random, 80_000, 4_000))).as("noise, seed %d", SEED).isEmpty();
        assertThat(listenAnew(Tones.sine(770, 16_000, 8_000))).as("one tone").isEmpty();
        assertThat(listenAnew(Tones.pair(350, 440, 16_000, 4_000))).as("dial tone").isEmpty();
        assertThat(listenAnew(Tones.pair(770, 852, 16_000, 4_000))).as("two of one group").isEmpty();
        assertThat(listenAnew(Tones.pair(770, 1_336, 16_000, 40))).as("too quiet").isEmpty();
        assertThat(listenAnew(Tones.pair(770, 1_336, 15 * MILLISECOND, 4_000))).as("too short").isEmpty();
    }

    private static short[] withPauses(short[] tone, int shift, Random random) {
        var sound = new short[3 * 320 + 320];
        System.arraycopy(tone, 0, sound, 320 + shift, tone.length);
        double twentyDecibelsBelow = 4_000 / 10.0;
        return Tones.mix(sound, Tones.noise(random, sound.length, twentyDecibelsBelow));
    }

    private String listenAnew(short[] sound) {
        detector.reset();
        return listen(sound);
    }

    private String listen(short[] sound) {
        var heard = new StringBuilder();
        var frame = new Frame();
        var part = new short[160];
        for (int at = 0; at < sound.length; at += part.length) {
            java.util.Arrays.fill(part, (short) 0);
            System.arraycopy(sound, at, part, 0, Math.min(part.length, sound.length - at));
            frame.codec.encode(part, frame.codes, part.length);
            char digit = detector.listen(frame);
            if (digit != ToneDetector.NONE) {
                heard.append(digit);
            }
        }
        return heard.toString();
    }
}
