package org.jackfield.engine.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedDocsTest {

    @TempDir
    private Path folder;

    @Test
    void failsAndLeavesThePageWhenItIsStale() throws Exception {
        Path page = Files.writeString(folder.resolve("page.md"), "old");

        assertThatThrownBy(() -> GeneratedDocs.check(page, "new", false)).isInstanceOf(AssertionError.class)
                .hasMessageContaining("page.md is stale");

        assertThat(page).content().isEqualTo("old");
    }

    @Test
    void failsWhenThePageIsMissing() {
        Path page = folder.resolve("missing.md");

        assertThatThrownBy(() -> GeneratedDocs.check(page, "text", false)).isInstanceOf(AssertionError.class);
    }

    @Test
    void passesAfterThePageWasWrittenAnew() {
        Path page = folder.resolve("folder/page.md");

        GeneratedDocs.check(page, "# New\n", true);

        GeneratedDocs.check(page, "# New\n", false);
        assertThat(page).content().contains("do not edit").endsWith("# New\n");
    }
}
