package org.jackfield.connectors.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the 16-bit WAV files that we write, strictly; and writes such files for tests. */
public final class WavFile {

    private static final int HEADER = 44;

    private final int channels;
    private final short[] interleaved;

    private WavFile(int channels, short[] interleaved) {
        this.channels = channels;
        this.interleaved = interleaved;
    }

    public static WavFile read(Path file) throws IOException {
        return parse(Files.readAllBytes(file));
    }

    public static WavFile parse(byte[] bytes) {
        var little = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        if (little.getInt(4) != bytes.length - 8 || little.getInt(40) != bytes.length - HEADER
                || little.getInt(24) != 8_000 || little.getShort(34) != 16) {
            throw new IllegalArgumentException("not a complete 8 kHz 16-bit WAV");
        }
        var samples = new short[(bytes.length - HEADER) / 2];
        little.position(HEADER).slice().order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return new WavFile(little.getShort(22), samples);
    }

    /** A mono WAV of 16-bit samples at any rate. */
    public static byte[] of(short[] samples, int rate) {
        var bytes = ByteBuffer.allocate(HEADER + samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(0x46464952).putInt(HEADER - 8 + samples.length * 2).putInt(0x45564157);
        bytes.putInt(0x20746D66).putInt(16).putShort((short) 1).putShort((short) 1);
        bytes.putInt(rate).putInt(rate * 2).putShort((short) 2).putShort((short) 16);
        bytes.putInt(0x61746164).putInt(samples.length * 2);
        for (short sample : samples) {
            bytes.putShort(sample);
        }
        return bytes.array();
    }

    public int channels() {
        return channels;
    }

    public int frames() {
        return interleaved.length / channels;
    }

    /** One channel: 0 is left. */
    public short[] channel(int index) {
        var out = new short[frames()];
        for (int i = 0; i < out.length; i++) {
            out[i] = interleaved[i * channels + index];
        }
        return out;
    }
}
