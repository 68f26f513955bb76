package org.jackfield.connectors.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** ITU-T G.711: the properties that its tables 1a, 1b, 2a, 2b have. */
class CodecTest {

    @ParameterizedTest
    @EnumSource
    void returnsSameCodeWhenDecodedAndEncoded(Codec codec) {
        for (int code = 0; code < 256; code++) {
            boolean negativeZero = codec == Codec.PCMU && code == 0x7F;
            int expected = negativeZero ? 0xFF : code;

            int again = codec.encode(codec.decode((byte) code)) & 0xFF;

            assertThat(again).as("code %x", code).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @EnumSource
    void neverFallsWhenSamplesRise(Codec codec) {
        int before = Integer.MIN_VALUE;
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample++) {
            int heard = codec.decode(codec.encode((short) sample));

            assertThat(heard).isGreaterThanOrEqualTo(before);
            before = heard;
        }
    }

    @ParameterizedTest
    @EnumSource
    void staysWithinHalfAStepWhenSampleIsInRange(Codec codec) {
        for (int sample = -32_000; sample <= 32_000; sample++) {
            int error = Math.abs(codec.decode(codec.encode((short) sample)) - sample);

            assertThat(error).as("sample %d", sample).isLessThanOrEqualTo(Math.max(16, Math.abs(sample) / 16));
        }
    }

    @Test
    void hasValuesOfTheStandardWhenCodeIsExtreme() {
        assertThat(Codec.PCMU.decode((byte) 0x00)).isEqualTo((short) -32_124);
        assertThat(Codec.PCMU.decode((byte) 0x80)).isEqualTo((short) 32_124);
        assertThat(Codec.PCMU.decode((byte) 0xFF)).isZero();
        assertThat(Codec.PCMA.decode((byte) 0xAA)).isEqualTo((short) 32_256);
        assertThat(Codec.PCMA.decode((byte) 0x2A)).isEqualTo((short) -32_256);
        assertThat(Codec.PCMA.decode((byte) 0xD5)).isEqualTo((short) 8);
        assertThat(Codec.PCMU.encode((short) 0) & 0xFF).isEqualTo(0xFF);
        assertThat(Codec.PCMA.encode((short) 0) & 0xFF).isEqualTo(0xD5);
        assertThat(Codec.PCMU.payloadType()).isZero();
        assertThat(Codec.PCMA.payloadType()).isEqualTo(8);
    }

    @Test
    void keepsSoundWhenTranscodedThereAndBack() {
        for (int code = 0; code < 256; code++) {
            byte aLaw = Codec.PCMU.transcode((byte) code, Codec.PCMA);
            int direct = Codec.PCMU.decode((byte) code);

            assertThat(Math.abs(Codec.PCMA.decode(aLaw) - direct))
                    .isLessThanOrEqualTo(Math.max(16, Math.abs(direct) / 16));
            assertThat(Codec.PCMU.transcode((byte) code, Codec.PCMU)).isEqualTo((byte) code);
        }
    }
}
