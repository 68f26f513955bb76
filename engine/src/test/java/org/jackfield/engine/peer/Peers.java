package org.jackfield.engine.peer;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * Finds the programs that play the other side in a test. A developer's machine may lack one: the test is skipped. Where
 * {@code CI=true} is set a lacking program fails the test, so that nothing is skipped silently.
 */
public final class Peers {

    private Peers() {}

    /** The program of that name on the {@code PATH}. */
    public static Path require(String program) {
        return require(program, System.getenv());
    }

    /** The right to make networks, which only root has. */
    public static void requireRoot() {
        if (!"root".equals(System.getProperty("user.name"))) {
            missing("making networks needs root", System.getenv());
        }
    }

    static Path require(String program, Map<String, String> environment) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> missing(program + " is not installed; .ci/run installs what the tests need",
                        environment));
    }

    private static Path missing(String text, Map<String, String> environment) {
        if (Boolean.parseBoolean(environment.get("CI"))) {
            throw new AssertionError(text);
        }
        return Assumptions.abort(text);
    }
}
