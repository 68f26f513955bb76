package org.jackfield.connectors.rtp;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jackfield.engine.media.Sound;

/** The header of our recordings: RIFF WAVE, linear PCM, 16 bits, 8,000 Hz. */
final class WavHeader {

    static final int LENGTH = 44;
    static final int BYTES_PER_SAMPLE = 2;

    private static final short PCM = 1;

    private WavHeader() {}

    static ByteBuffer of(int channels, int dataLength) {
        var header = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt(LENGTH - 8 + dataLength).put(ascii("WAVE"));
        header.put(ascii("fmt ")).putInt(16).putShort(PCM).putShort((short) channels);
        header.putInt(Sound.SAMPLES_PER_SECOND).putInt(Sound.SAMPLES_PER_SECOND * channels * BYTES_PER_SAMPLE);
        header.putShort((short) (channels * BYTES_PER_SAMPLE)).putShort((short) (8 * BYTES_PER_SAMPLE));
        header.put(ascii("data")).putInt(dataLength);
        return header.flip();
    }

    /** The number of channels that the header names, or zero when it is none of ours. */
    static int channels(ByteBuffer header) {
        var little = header.duplicate().order(ByteOrder.LITTLE_ENDIAN);
        if (little.remaining() < LENGTH) {
            return 0;
        }
        int channels = little.getShort(22);
        boolean ours = (channels == 1 || channels == 2) && of(channels, 0).slice(8, 28).equals(little.slice(8, 28));
        return ours ? channels : 0;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
