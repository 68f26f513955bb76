package org.jackfield.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no pom may contain. Boot's test starter brings a mocking library along; the rule "mocking" keeps it unused. */
class PomRulesTest {

    private static final Pattern MOCKING = Pattern
            .compile("<artifactId>(mockito|easymock|powermock|jmockit|mockk)[^<]*<");

    @Test
    void namesNoMockingLibraryWhenPomsAreRead() {
        List<Path> poms = Project.files("pom.xml");

        assertThat(poms).hasSizeGreaterThanOrEqualTo(6)
                .noneMatch(pom -> MOCKING.matcher(Project.read(pom)).find());
    }

    @Test
    void findsAMockingLibraryWhenOneIsPlanted() {
        assertThat(Stream.of("<artifactId>mockito-core</artifactId>", "<artifactId>easymock</artifactId>"))
                .allMatch(line -> MOCKING.matcher(line).find());
    }

    @Test
    void listsEveryModuleWhenPomsAreFound() {
        List<Path> folders = Project.files("pom.xml").stream().map(Path::getParent).toList();

        assertThat(folders).containsExactlyInAnyOrderElementsOf(
                Stream.concat(Stream.of(Project.root()), Project.modules().stream()).toList());
    }
}
