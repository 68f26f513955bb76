package org.jackfield.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path parent = Path.of("");

    @Test
    void saysWhichFolderAndWhoWhenItIsTaken() {
        try (DataFolder mine = DataFolder.open(parent.resolve("data"))) {
            assertThatThrownBy(() -> DataFolder.open(mine.path())).isInstanceOf(DataFolderTakenException.class)
                    .hasMessageContaining(mine.path().toString())
                    .hasMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void isFreeAgainWhenClosed() {
        DataFolder.open(parent).close();

        try (DataFolder again = DataFolder.open(parent)) {
            assertThat(again.path()).isDirectory();
        }
    }
}
