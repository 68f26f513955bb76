package org.jackfield.engine.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jackfield.engine.id.Secrets;

/** A random key that a node keeps across restarts, in a file that only its owner can read (mode 600). Made once. */
public final class KeyFile {

    private static final int LENGTH = 32;
    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private KeyFile() {}

    /**
     * The key in the file, which is made when it is missing or was cut short: 32 bytes.
     *
     * @throws UncheckedIOException the file cannot be read or written
     */
    public static byte[] open(Path file) {
        try {
            if (Files.exists(file)) {
                byte[] kept = Files.readAllBytes(file);
                if (kept.length == LENGTH) {
                    return kept;
                }
            }
            return made(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the key " + file + " cannot be used", e);
        }
    }

    private static byte[] made(Path file) throws IOException {
        byte[] key = Secrets.bytes(LENGTH);
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
        Files.write(fresh, key, StandardOpenOption.SYNC);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        return key;
    }
}
