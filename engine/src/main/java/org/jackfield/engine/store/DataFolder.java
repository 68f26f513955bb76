package org.jackfield.engine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds what a node keeps on disk. While it is open it belongs to this process alone: the operating system
 * holds the lock and drops it with the process, however that ends. Thread-safe.
 */
public final class DataFolder implements AutoCloseable {

    private static final String LOCK_FILE = "lock";

    private final Path path;
    private final FileChannel channel;

    private DataFolder(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
    }

    /**
     * Makes the folder if it is missing and takes its lock.
     *
     * @throws DataFolderTakenException a running instance has it
     * @throws UncheckedIOException the folder cannot be made or written
     */
    public static DataFolder open(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        try {
            Files.createDirectories(path);
            return new DataFolder(path, lock(path));
        } catch (IOException e) {
            throw new UncheckedIOException("the data folder " + path + " cannot be used", e);
        }
    }

    /** The folder, absolute. */
    public Path path() {
        return path;
    }

    /** A file or folder in it. */
    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** Gives the lock back. */
    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException("the lock of " + path + " cannot be given back", e);
        }
    }

    private static FileChannel lock(Path path) throws IOException {
        Path file = path.resolve(LOCK_FILE);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(channel) == null) {
            channel.close();
            throw new DataFolderTakenException(path, Files.readString(file).strip());
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(("process " + ProcessHandle.current().pid() + "\n")
                .getBytes(StandardCharsets.US_ASCII)));
        channel.force(false);
        return channel;
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }
}
