package org.jackfield.app.e2e;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A minute of one tone as a WAV file, for a phone to play. */
final class ToneFile {

    private ToneFile() {}

    static void write(Path file, double hertz) throws IOException {
        byte[] bytes = new byte[60 * CallerMedia.RATE * 2];
        for (int i = 0; i < bytes.length / 2; i++) {
            int value = (int) (8_000 * Math.sin(2 * Math.PI * hertz * i / CallerMedia.RATE));
            bytes[2 * i] = (byte) value;
            bytes[2 * i + 1] = (byte) (value >> 8);
        }
        AudioFormat format = new AudioFormat(CallerMedia.RATE, 16, 1, true, false);
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(bytes), format, bytes.length / 2),
                AudioFileFormat.Type.WAVE, file.toFile());
    }
}
