package org.jackfield.connectors.rtp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.media.RecordingFile;
import org.jackfield.engine.media.Sound;

/** Completes what a crash left of recordings. Run before the media server starts. */
public final class PartialRecordings {

    private static final int MOST_DEPTH = 8;

    private PartialRecordings() {}

    /**
     * Completes every {@code .part} file below the folder that holds sound, and deletes the others.
     *
     * @return the recordings that are complete now
     * @throws IOException the folder cannot be read
     */
    public static List<RecordingFile> recover(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> partials;
        try (var files = Files.find(folder, MOST_DEPTH,
                (path, attributes) -> attributes.isRegularFile()
                        && path.toString().endsWith(RecordingOutput.PARTIAL))) {
            partials = files.sorted().toList();
        }
        var recovered = new ArrayList<RecordingFile>();
        for (var partial : partials) {
            complete(partial).ifPresent(recovered::add);
        }
        return List.copyOf(recovered);
    }

    private static Optional<RecordingFile> complete(Path partial) throws IOException {
        int channels;
        int samples;
        try (var file = FileChannel.open(partial, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            var header = ByteBuffer.allocate(WavHeader.LENGTH);
            file.read(header);
            channels = WavHeader.channels(header.flip());
            int sampleBytes = Math.max(1, channels) * WavHeader.BYTES_PER_SAMPLE;
            samples = (int) Math.max(0, (file.size() - WavHeader.LENGTH) / sampleBytes);
            if (channels > 0 && samples > 0) {
                file.truncate(WavHeader.LENGTH + (long) samples * sampleBytes);
                file.write(WavHeader.of(channels, samples * sampleBytes), 0);
                file.force(true);
            }
        }
        if (channels == 0 || samples == 0) {
            Files.delete(partial);
            return Optional.empty();
        }
        var name = partial.getFileName().toString();
        var target = partial.resolveSibling(name.substring(0, name.length() - RecordingOutput.PARTIAL.length()));
        Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE);
        var duration = Duration.ofMillis(samples * 1_000L / Sound.SAMPLES_PER_SECOND);
        return Optional.of(new RecordingFile(target, duration, channels));
    }
}
