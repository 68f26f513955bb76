package org.jackfield.engine.call.contract;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.jackfield.engine.media.Sound;

/** A two-channel recording, read by a reader that shares no code with the writers. */
public record ContractWav(Sound left, Sound right) {

    private static final int FORMAT = 20;
    private static final int HEADER = 44;

    /** Reads a recording; its header has 44 bytes. */
    public static ContractWav read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int[] header = {bytes.getShort(FORMAT), bytes.getShort(FORMAT + 2), bytes.getInt(FORMAT + 4),
            bytes.getShort(FORMAT + 14)};
        if (!Arrays.equals(header, new int[]{1, 2, Sound.SAMPLES_PER_SECOND, 16})) {
            throw new IOException("not linear, stereo, 8,000 Hz, 16 bit: " + Arrays.toString(header));
        }
        int frames = (bytes.limit() - HEADER) / 4;
        short[] left = new short[frames];
        short[] right = new short[frames];
        bytes.position(HEADER);
        for (int i = 0; i < frames; i++) {
            left[i] = bytes.getShort();
            right[i] = bytes.getShort();
        }
        return new ContractWav(Sound.of(left), Sound.of(right));
    }
}
