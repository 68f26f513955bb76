package org.jackfield.connectors.rtp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.jackfield.engine.media.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Writes one recording, slot after slot: each channel's frame of that slot, or silence. Confined to the recorder's thread.
 */
final class RecordingOutput {

    static final String PARTIAL = ".part";

    private static final int BUFFER_SLOTS = 50;
    private static final long QUIET = 300;
    private static final long MOST_BYTES = 2_000_000_000L;

    private final Recording recording;
    private final Path partial;
    private final int channels;
    private final Channel left;
    private final @Nullable Channel right;
    private final ByteBuffer buffer;
    private final FileChannel file;
    private long written;
    private long quietSlots;

    RecordingOutput(Recording recording) throws IOException {
        this.recording = recording;
        var rightRing = recording.right();
        left = new Channel(recording.left());
        right = rightRing == null ? null : new Channel(rightRing);
        channels = right == null ? 1 : 2;
        buffer = ByteBuffer.allocate(BUFFER_SLOTS * slotBytes()).order(ByteOrder.LITTLE_ENDIAN);
        partial = partial(recording.file());
        file = FileChannel.open(partial, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE);
        written = recording.startSlot();
        writeFully(WavHeader.of(channels, 0));
    }

    static Path partial(Path file) {
        return file.resolveSibling(file.getFileName() + PARTIAL);
    }

    /** Writes all slots before the given one. */
    void writeBefore(long slot) throws IOException {
        long end = Math.min(slot, recording.stopSlot());
        for (; written < end && !recording.isStoppedBefore(written); written++) {
            left.take(written);
            if (right != null) {
                right.take(written);
            }
            watchSilence();
            for (int i = 0; i < MediaClock.SLOT_SAMPLES; i++) {
                buffer.putShort(left.samples[i]);
                if (right != null) {
                    buffer.putShort(right.samples[i]);
                }
            }
            if (buffer.remaining() < slotBytes()) {
                flush();
            }
        }
        if ((written - recording.startSlot()) * slotBytes() > MOST_BYTES) {
            recording.stop(written);
        }
    }

    private void watchSilence() {
        boolean quiet = left.isQuiet() && (right == null || right.isQuiet());
        quietSlots = quiet ? quietSlots + 1 : 0;
        if (quietSlots >= recording.endingSlots()) {
            recording.stop(written + 1);
        }
    }

    /** Makes the file complete, durable and visible. */
    RecordingFile complete() throws IOException {
        flush();
        int dataLength = (int) (file.size() - WavHeader.LENGTH);
        file.position(0);
        writeFully(WavHeader.of(channels, dataLength));
        file.force(true);
        file.close();
        Files.move(partial, recording.file(), StandardCopyOption.ATOMIC_MOVE);
        var duration = Duration.ofNanos((written - recording.startSlot()) * MediaClock.SLOT_NANOS);
        return new RecordingFile(recording.file(), duration, channels);
    }

    /** Gives the file up and deletes what there is of it. */
    void abandon() throws IOException {
        try (file) {
            Files.deleteIfExists(partial);
        }
    }

    private void flush() throws IOException {
        writeFully(buffer.flip());
        buffer.clear();
    }

    private void writeFully(ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes);
        }
    }

    private int slotBytes() {
        return MediaClock.SLOT_SAMPLES * channels * WavHeader.BYTES_PER_SAMPLE;
    }

    /** One channel: takes from the ring what belongs to a slot. */
    private static final class Channel {

        private final FrameRing ring;
        private final Frame next = new Frame();
        private final short[] samples = new short[MediaClock.SLOT_SAMPLES];
        private boolean waiting;

        Channel(FrameRing ring) {
            this.ring = ring;
        }

        /** Whether nobody speaks: the mean level lies more than 40 dB below the loudest. */
        boolean isQuiet() {
            long sum = 0;
            for (short sample : samples) {
                sum += Math.abs((int) sample);
            }
            return sum < QUIET * samples.length;
        }

        void take(long slot) {
            while ((!waiting || next.slot < slot) && (waiting = ring.poll(next))) {
                // Frames of older slots are of no use any more.
            }
            if (waiting && next.slot == slot) {
                next.codec.decode(next.codes, samples, samples.length);
                waiting = false;
            } else {
                java.util.Arrays.fill(samples, (short) 0);
            }
        }
    }
}
