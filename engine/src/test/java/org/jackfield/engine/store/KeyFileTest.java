package org.jackfield.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    Path folder;

    @Test
    void keepsOneKeyThatOnlyItsOwnerCanRead() throws IOException {
        Path file = folder.resolve("key");

        byte[] first = KeyFile.open(file);

        assertThat(KeyFile.open(file)).isEqualTo(first).hasSize(32);
        assertThat(KeyFile.open(folder.resolve("other"))).isNotEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
    }

    @Test
    void makesAnotherWhenTheFileWasCutShort() throws IOException {
        Path file = Files.write(folder.resolve("key"), new byte[7]);

        byte[] key = KeyFile.open(file);

        assertThat(key).hasSize(32);
        assertThat(KeyFile.open(file)).isEqualTo(key);
    }
}
