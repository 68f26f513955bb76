package org.jackfield.connectors.speech;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.jackfield.connectors.rtp.Codec;
import org.jackfield.engine.media.PromptUnavailableException;
import org.jackfield.engine.media.Sound;

/**
 * Reads RIFF WAVE files: linear PCM of 8 or 16 bits, A-law and mu-law, of one to eight channels (mixed to one) at any usual rate
 * (resampled to 8,000 Hz), at most ten minutes. Anything else is refused, whatever the bytes are.
 */
final class WavDecoder {

    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FORMAT_CHUNK = 0x20746D66;
    private static final int DATA_CHUNK = 0x61746164;
    private static final int PCM = 1;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final int LONGEST_SECONDS = 600;

    private record Format(int tag, int channels, int rate, int bits) {

        int bytesPerSample() {
            return bits / 8;
        }
    }

    private WavDecoder() {}

    static Sound decode(byte[] file) {
        try {
            return decode(ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN));
        } catch (BufferUnderflowException | IndexOutOfBoundsException cut) {
            throw new PromptUnavailableException("the WAV file is cut off", cut);
        }
    }

    private static Sound decode(ByteBuffer file) {
        if (file.getInt() != RIFF || file.getInt(8) != WAVE) {
            throw new PromptUnavailableException("not a WAV file");
        }
        file.position(12);
        Format format = null;
        while (file.remaining() >= 8) {
            int chunk = file.getInt();
            long length = file.getInt() & 0xFFFF_FFFFL;
            if (chunk == DATA_CHUNK && format != null) {
                return sound(file, format, (int) Math.min(length, file.remaining()));
            }
            int start = file.position();
            if (chunk == FORMAT_CHUNK) {
                format = format(file);
            }
            file.position((int) Math.min(file.limit(), start + length + (length & 1)));
        }
        throw new PromptUnavailableException("the WAV file holds no sound");
    }

    private static Format format(ByteBuffer file) {
        int start = file.position();
        int tag = file.getShort(start) & 0xFFFF;
        if (tag == EXTENSIBLE) {
            tag = file.getShort(start + 24) & 0xFFFF;
        }
        var format = new Format(tag, file.getShort(start + 2), file.getInt(start + 4), file.getShort(start + 14));
        boolean law = (tag == A_LAW || tag == MU_LAW) && format.bits() == 8;
        boolean pcm = tag == PCM && (format.bits() == 8 || format.bits() == 16);
        boolean usual = format.channels() >= 1 && format.channels() <= 8
                && format.rate() >= 4_000 && format.rate() <= 192_000;
        if (!usual || !(law || pcm)) {
            throw new PromptUnavailableException("the WAV file has a format that is not supported: " + format);
        }
        return format;
    }

    private static Sound sound(ByteBuffer file, Format format, int length) {
        int frames = length / (format.channels() * format.bytesPerSample());
        if (frames > (long) LONGEST_SECONDS * format.rate()) {
            throw new PromptUnavailableException("a prompt lasts at most " + LONGEST_SECONDS + " s");
        }
        var mono = new short[frames];
        for (int i = 0; i < frames; i++) {
            int sum = 0;
            for (int channel = 0; channel < format.channels(); channel++) {
                sum += sample(file, format);
            }
            mono[i] = (short) (sum / format.channels());
        }
        return Sound.of(Resampler.toTelephone(mono, format.rate()));
    }

    private static int sample(ByteBuffer file, Format format) {
        return switch (format.tag()) {
            case A_LAW -> Codec.PCMA.decode(file.get());
            case MU_LAW -> Codec.PCMU.decode(file.get());
            default -> format.bits() == 16 ? file.getShort() : ((file.get() & 0xFF) - 128) << 8;
        };
    }
}
