package org.jackfield.connectors.speech;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import org.jackfield.connectors.media.Tones;
import org.jackfield.connectors.media.WavFile;
import org.jackfield.connectors.rtp.Codec;
import org.jackfield.engine.media.PromptUnavailableException;
import org.jackfield.engine.media.Sound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WAV files of every supported kind, and bytes of any kind. */
class WavDecoderTest {

    @ParameterizedTest
    @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 4_000})
    void keepsToneWhenRateIsAny(int rate) {
        var samples = new short[rate];
        for (int i = 0; i < rate; i++) {
            samples[i] = (short) (8_000 * Math.sin(2 * Math.PI * 1_000 * i / rate));
        }

        var sound = WavDecoder.decode(WavFile.of(samples, rate));

        assertThat(sound.length()).isEqualTo(8_000);
        assertThat(Tones.share(Tones.samples(sound), 1_000)).isGreaterThan(0.95);
    }

    @Test
    void foldsNothingBackWhenSoundIsAboveTheTelephonesBand() {
        var samples = new short[48_000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (8_000 * Math.sin(2 * Math.PI * 7_000 * i / 48_000));
        }

        var sound = Tones.samples(WavDecoder.decode(WavFile.of(samples, 48_000)));

        var inner = Arrays.copyOfRange(sound, 400, sound.length - 400);
        for (short sample : inner) {
            assertThat(Math.abs(sample)).isLessThan(80);
        }
    }

    @Test
    void mixesChannelsAndReadsLawsAndEightBits() {
        var tone = Tones.sine(500, 4_000, 8_000);
        var muLaw = new byte[4_000];
        var aLaw = new byte[4_000];
        var eightBits = new byte[4_000];
        var stereo = ByteBuffer.allocate(16_000).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < tone.length; i++) {
            muLaw[i] = Codec.PCMU.encode(tone[i]);
            aLaw[i] = Codec.PCMA.encode(tone[i]);
            eightBits[i] = (byte) ((tone[i] >> 8) + 128);
            stereo.putShort(tone[i]).putShort((short) 0);
        }

        assertHasTone(wav(7, 1, 8, muLaw));
        assertHasTone(wav(6, 1, 8, aLaw));
        assertHasTone(wav(1, 1, 8, eightBits));
        assertHasTone(wav(1, 2, 16, stereo.array()));
    }

    @Test
    void refusesWhenFileIsNoSoundWeKnow() {
        assertRefused(new byte[0]);
        assertRefused("RIFFxxxxWAVE".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertRefused(wav(1, 1, 24, new byte[300]));
        assertRefused(wav(85, 1, 8, new byte[300]));
        assertRefused(wav(1, 0, 16, new byte[300]));
        assertRefused(wav(1, -1, 16, new byte[300]));
    }

    @Test
    void neverBreaksWhenBytesAreDamaged() {
        long seed = 77;
        var random = new Random(seed);
        var good = WavFile.of(Tones.sine(500, 400, 8_000), 16_000);
        for (int i = 0; i < 20_000; i++) {
            var bytes = Arrays.copyOf(good, random.nextInt(good.length + 1));
            for (int j = random.nextInt(6); j >= 0 && bytes.length > 0; j--) {
                bytes[random.nextInt(Math.min(bytes.length, 60))] = (byte) random.nextInt();
            }
            try {
                assertThat(WavDecoder.decode(bytes).length()).as("seed %d", seed).isNotNegative();
            } catch (PromptUnavailableException refused) {
                assertThat(refused).hasMessageMatching("(?s).+");
            }
        }
    }

    private static void assertHasTone(byte[] file) {
        Sound sound = WavDecoder.decode(file);
        assertThat(sound.length()).isEqualTo(4_000);
        assertThat(Tones.share(Tones.samples(sound), 500)).isGreaterThan(0.95);
    }

    private static void assertRefused(byte[] file) {
        assertThatThrownBy(() -> WavDecoder.decode(file)).isInstanceOf(PromptUnavailableException.class);
    }

    private static byte[] wav(int tag, int channels, int bits, byte[] data) {
        var bytes = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(WavFile.of(new short[0], 8_000)).flip().limit(bytes.capacity());
        bytes.putShort(20, (short) tag).putShort(22, (short) channels).putShort(34, (short) bits);
        bytes.putInt(40, data.length).position(44).put(data);
        return bytes.array();
    }
}
