package org.jackfield.connectors.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jackfield.connectors.media.WavFile;
import org.jackfield.connectors.rtp.Recording.RecordingStart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings on disk: aligned, complete, and mended after a crash. */
class PartialRecordingsTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void fillsGapsWithSilenceAndKeepsChannelsAlignedWhenFramesAreMissing() throws IOException {
        var recording = recording("RE1", true);
        var output = new RecordingOutput(recording);
        var right = java.util.Objects.requireNonNull(recording.right());
        put(recording.left(), 9, 1_000);
        put(recording.left(), 11, 1_000);
        put(right, 12, 2_000);
        put(recording.left(), 12, 1_000);

        recording.stop(14);
        output.writeBefore(20);
        var file = output.complete();

        var wav = WavFile.read(file.file());
        assertThat(file.duration()).isEqualTo(Duration.ofMillis(80));
        assertThat(frames(wav.channel(0))).containsExactly(0, 1_000, 1_000, 0);
        assertThat(frames(wav.channel(1))).containsExactly(0, 0, 2_000, 0);
    }

    @Test
    void completesPartWhenItHoldsSoundAndDeletesItOtherwise() throws IOException {
        var crashed = new RecordingOutput(recording("RE1", true));
        crashed.writeBefore(10 + 100);
        var part = folder.resolve("RE1.wav.part");
        Files.write(part, new byte[]{1, 2, 3}, java.nio.file.StandardOpenOption.APPEND);
        Files.write(folder.resolve("RE2.wav.part"), new byte[]{1, 2, 3});
        Files.write(folder.resolve("RE3.wav.part"), new byte[5_000]);

        var recovered = PartialRecordings.recover(folder);

        assertThat(recovered).hasSize(1);
        assertThat(recovered.getFirst().channels()).isEqualTo(2);
        assertThat(WavFile.read(folder.resolve("RE1.wav")).frames()).isEqualTo(100 * 160);
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("RE1.wav"));
        }
        assertThat(PartialRecordings.recover(folder.resolve("none"))).isEmpty();
    }

    private Recording recording(String id, boolean stereo) {
        return new Recording(new RecordingStart(id, new CapturedMedia(), 10, Duration.ZERO),
                folder.resolve(id + ".wav"), stereo);
    }

    private static void put(FrameRing ring, long slot, int value) {
        var frame = new Frame();
        frame.slot = slot;
        java.util.Arrays.fill(frame.codes, frame.codec.encode((short) value));
        assertThat(ring.offer(frame)).isTrue();
    }

    /** The rounded first sample of each frame. */
    private static int[] frames(short[] samples) {
        var out = new int[samples.length / 160];
        for (int i = 0; i < out.length; i++) {
            out[i] = Math.round(samples[i * 160] / 100f) * 100;
        }
        return out;
    }
}
