package org.jackfield.engine.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jackfield.engine.state.TransitionTable;

/**
 * Compares a generated page of {@code docs/} with what the code says now and fails when the page is stale. To write the
 * pages anew run {@code mvn verify -Djackfield.regenerate=true} and commit what changed.
 */
public final class GeneratedDocs {

    private static final String REGENERATE = "jackfield.regenerate";
    private static final String NOTICE = """
            <!-- Generated from the code; do not edit. Written anew by: mvn verify -D%s=true -->
            """.formatted(REGENERATE);

    private GeneratedDocs() {}

    /**
     * Checks, or writes, one Markdown page.
     *
     * @param page the path under {@code docs/}, such as {@code reference/errors.md}
     * @param text the whole page, from its heading on
     */
    public static void check(String page, String text) {
        check(root().resolve("docs").resolve(page), text, Boolean.getBoolean(REGENERATE));
    }

    /** Checks, or writes, the page {@code reference/states/NAME.md} that draws a state machine. */
    public static void checkStates(String name, String introduction, TransitionTable<?, ?> table) {
        check("reference/states/" + name + ".md", """
                # States: %s

                %s

                ```mermaid
                %s```
                """.formatted(name, introduction.strip(), table.toMermaid()));
    }

    /** The folder of the whole project, from wherever a module's tests run. */
    public static Path root() {
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = here; folder != null; folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("docs")) && Files.isDirectory(folder.resolve("engine"))) {
                return folder;
            }
        }
        throw new IllegalStateException("no folder with docs/ and engine/ above " + here);
    }

    static void check(Path file, String text, boolean regenerate) {
        String wanted = NOTICE + text.stripTrailing() + '\n';
        try {
            if (Files.exists(file) && Files.readString(file).equals(wanted)) {
                return;
            }
            if (!regenerate) {
                throw new AssertionError(file + " is stale: run mvn verify -D" + REGENERATE + "=true and commit it");
            }
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, wanted);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
