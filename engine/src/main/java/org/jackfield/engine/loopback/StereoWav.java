package org.jackfield.engine.loopback;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jackfield.engine.media.RecordingFile;
import org.jackfield.engine.media.Sound;

/** Two channels of 16-bit linear samples at 8,000 Hz and the RIFF file they become. */
final class StereoWav {

    private static final int CHANNELS = 2;
    private static final int BYTES = 2;
    private static final int HEADER = 44;
    /** An hour: more than any test or demo needs, and little enough to build in memory. */
    private static final int MOST = 3_600 * Sound.SAMPLES_PER_SECOND;

    private final short[] left;
    private final short[] right;

    StereoWav(int length) {
        left = new short[length];
        right = new short[length];
    }

    static int samples(Duration duration) {
        return (int) Math.min(MOST, duration.toMillis() * Sound.SAMPLES_PER_SECOND / 1_000);
    }

    /** Each side says its sound over and over in that part. */
    void fill(Duration from, Duration until, Optional<Sound> saysLeft, Optional<Sound> saysRight) {
        saysLeft.ifPresent(sound -> fill(left, samples(from), samples(until), sound));
        saysRight.ifPresent(sound -> fill(right, samples(from), samples(until), sound));
    }

    private static void fill(short[] channel, int from, int until, Sound sound) {
        for (int i = from; i < until && sound.length() > 0; i++) {
            channel[i] = sound.sample((i - from) % sound.length());
        }
    }

    RecordingFile write(Path file) throws IOException {
        int bytes = left.length * CHANNELS * BYTES;
        ByteBuffer out = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(HEADER - 8 + bytes).put(ascii("WAVEfmt ")).putInt(16);
        out.putShort((short) 1).putShort((short) CHANNELS).putInt(Sound.SAMPLES_PER_SECOND);
        out.putInt(Sound.SAMPLES_PER_SECOND * CHANNELS * BYTES).putShort((short) (CHANNELS * BYTES));
        out.putShort((short) (BYTES * 8)).put(ascii("data")).putInt(bytes);
        for (int i = 0; i < left.length; i++) {
            out.putShort(left[i]).putShort(right[i]);
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Files.write(file, out.array());
        Duration duration = Duration.ofMillis(left.length * 1_000L / Sound.SAMPLES_PER_SECOND);
        return new RecordingFile(file, duration, CHANNELS);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
