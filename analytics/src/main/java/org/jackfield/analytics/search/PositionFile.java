package org.jackfield.analytics.search;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.apache.lucene.util.IOUtils;

/**
 * The position up to which an index is complete, on disk. It is the old or the new one, whatever happens between. Safe for use by several
 * threads.
 */
final class PositionFile {

    private final Path file;
    private final Path fresh;
    private long current;
    private boolean isBegunAgain;

    /** Begins at the beginning if there is no file, or if it is damaged. */
    PositionFile(Path folder) throws IOException {
        file = folder.resolve("position");
        fresh = folder.resolve("position.new");
        current = read();
    }

    private long read() throws IOException {
        try {
            return Files.exists(file) ? Long.parseLong(Files.readString(file).strip()) : Archive.BEGIN;
        } catch (NumberFormatException damaged) {
            return Archive.BEGIN;
        }
    }

    synchronized long current() {
        return current;
    }

    /** Only if it is still what was expected, and was not begun again since the last move. */
    synchronized boolean move(long expected, long position) throws IOException {
        if (isBegunAgain) {
            isBegunAgain = false;
            return false;
        }
        if (current == expected && current != position) {
            write(position);
        }
        return current == position;
    }

    synchronized void beginAgain() throws IOException {
        write(Archive.BEGIN);
        isBegunAgain = true;
    }

    private void write(long position) throws IOException {
        Files.write(fresh, Long.toString(position).getBytes(StandardCharsets.US_ASCII));
        IOUtils.fsync(fresh, false);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        IOUtils.fsync(file.getParent(), true);
        current = position;
    }
}
