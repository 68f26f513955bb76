package org.jackfield.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jackfield.engine.docs.GeneratedDocs;

/** The folders of the project as the parent pom names them. */
final class Project {

    private static final Pattern MODULE = Pattern.compile("<module>([^<]+)</module>");
    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", "data", ".git");

    private Project() {}

    static Path root() {
        return GeneratedDocs.root();
    }

    static String parentPom() {
        return read(root().resolve("pom.xml"));
    }

    static List<Path> modules() {
        return MODULE.matcher(parentPom()).results().map(match -> root().resolve(match.group(1))).toList();
    }

    /** The folders with compiled classes: {@code classes} for the product, {@code test-classes} for its tests. */
    static List<Path> compiled(String kind) {
        return modules().stream()
                .map(module -> module.resolve("target").resolve(kind))
                .filter(Files::isDirectory)
                .toList();
    }

    /** Every file of the project that ends so, build results left out. */
    static List<Path> files(String ending) {
        try (Stream<Path> files = Files.walk(root())) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .filter(Files::isRegularFile)
                    .filter(Project::isOurs)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isOurs(Path file) {
        for (Path part : root().relativize(file)) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }
}
