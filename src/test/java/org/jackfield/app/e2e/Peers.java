package org.jackfield.app.e2e;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** The real peers that tests need. Where one is missing its tests say so and are skipped; in CI that is a failure. */
final class Peers {

    private Peers() {}

    /** Ends the test as skipped (in CI as failed) unless each program is on the path. */
    static void require(String... programs) {
        List<String> missing = Stream.of(programs).filter(program -> !isOnPath(program)).toList();
        if (missing.isEmpty()) {
            return;
        }
        String message = "missing peer: " + String.join(", ", missing) + " (.ci/run installs it)";
        if ("true".equals(System.getenv("CI"))) {
            Assertions.fail(message);
        }
        Assumptions.abort(message);
    }

    private static boolean isOnPath(String program) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .anyMatch(Files::isExecutable);
    }
}
