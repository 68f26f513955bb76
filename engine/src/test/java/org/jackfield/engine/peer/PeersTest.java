package org.jackfield.engine.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

class PeersTest {

    @TempDir
    private Path folder;

    @Test
    void findsTheProgramWhenItIsOnThePath() throws Exception {
        Path program = Files.createFile(folder.resolve("peer"));
        assertThat(program.toFile().setExecutable(true)).isTrue();

        assertThat(Peers.require("peer", Map.of("PATH", "/nowhere:" + folder))).isEqualTo(program);
    }

    @Test
    void failsWhenTheProgramIsMissingInContinuousIntegration() {
        assertThatThrownBy(() -> Peers.require("peer", Map.of("PATH", folder.toString(), "CI", "true")))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void skipsWhenTheProgramIsMissingElsewhere() {
        assertThatThrownBy(() -> Peers.require("peer", Map.of("PATH", folder.toString())))
                .isInstanceOf(TestAbortedException.class);
    }
}
