package org.jackfield.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the formatter of the parent pom, by the Maven that runs this build, over planted files in a temporary copy. */
@Tag("slow")
class FormatRulesTest {

    private static final Pattern MODULES = Pattern.compile("(?s)<modules>.*?</modules>");

    @TempDir
    private Path folder;

    @Test
    void namesTheCrookedFileAndNoOtherWhenBothAreChecked() throws Exception {
        Files.createDirectory(folder.resolve(".mvn"));
        Path settings = Path.of("config", "eclipse-formatter.properties");
        Files.createDirectory(folder.resolve("config"));
        Files.copy(Project.root().resolve(settings), folder.resolve(settings));
        Matcher modules = MODULES.matcher(Project.parentPom());
        Files.writeString(folder.resolve("pom.xml"), modules.replaceAll(""));
        Path sources = Files.createDirectories(folder.resolve("src/main/java/org/jackfield/engine/call"));
        plant("offender", sources);
        plant("clean", sources);

        Command maven = Command.run(folder, List.of(Path.of(System.getProperty("house.maven"), "bin", "mvn").toString(),
                "-B", "-Dmaven.repo.local=" + System.getProperty("house.repository"), "spotless:check"));

        assertThat(maven.exitCode()).as(maven.output()).isNotZero();
        assertThat(maven.output()).contains("Crooked.java").doesNotContain("Straight.java");
    }

    private static void plant(String kind, Path folder) throws Exception {
        for (Path text : PlantedOffenders.texts("format", kind)) {
            Files.copy(text, folder.resolve(text.getFileName().toString().replace(".txt", "")));
        }
    }
}
