package org.jackfield.engine.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/** Reads what a finished recording on disk is, from its header and its length. */
public final class RecordingFiles {

    private static final int HEADER = 44;
    private static final int RIFF = 0x46464952;
    private static final int CHANNELS_AT = 22;
    private static final int BYTES_PER_SAMPLE = 2;

    private RecordingFiles() {}

    /** The recording in the file; empty when there is none, or no sound in it. */
    public static Optional<RecordingFile> find(Path file) {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            int read = channel.read(header);
            int channels = read == HEADER && header.getInt(0) == RIFF ? header.getShort(CHANNELS_AT) : 0;
            if (channels < 1 || channel.size() <= HEADER) {
                return Optional.empty();
            }
            long samples = (channel.size() - HEADER) / ((long) channels * BYTES_PER_SAMPLE);
            return Optional.of(new RecordingFile(file,
                    Duration.ofMillis(samples * 1_000 / Sound.SAMPLES_PER_SECOND), channels));
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }
}
