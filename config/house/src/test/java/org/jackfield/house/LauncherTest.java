package org.jackfield.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LauncherTest {

    private static final Pattern SETTING = Pattern.compile("JACKFIELD_[A-Z_]*[A-Z]");

    @Test
    void listsTheOptionsAndSettingsWhenAskedForHelp() throws Exception {
        Command help = launch(List.of("--help"));

        assertThat(help.exitCode()).isZero();
        assertThat(help.output()).contains("--help", "--demo", "analyze IN.jsonl OUT.jsonl", "--train",
                "JACKFIELD_HTTP_PORT [8080]",
                "Exit codes");
    }

    @Test
    void namesTheSameSettingsWhenTheReferenceIsRead() throws Exception {
        String reference = Project.read(Project.root().resolve("docs/reference/settings.md"));

        assertThat(settings(launch(List.of("--help")).output())).hasSizeGreaterThanOrEqualTo(20)
                .isEqualTo(settings(reference));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--demon", "--unheard", "analyze", "start"})
    void refusesWithOneLineWhenAnOptionIsNotThere(String option) throws Exception {
        Command refused = launch(List.of(option));

        assertThat(refused.exitCode()).isEqualTo(64);
        assertThat(refused.output().lines()).singleElement().asString().startsWith("jackfield: ");
    }

    @Test
    void saysHowToGetAJdkWhenThereIsNone() throws Exception {
        Command refused = Command.run(Project.root(), List.of("env", "-i", "PATH=/nowhere", "HOME=/nowhere",
                "JACKFIELD_JVM_FOLDERS=/nowhere", "/bin/bash", launcher()));

        assertThat(refused.exitCode()).isEqualTo(69);
        assertThat(refused.output()).contains("a JDK 25 or newer is needed", "https://adoptium.net");
    }

    private static Command launch(List<String> options) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of("/bin/bash", launcher()));
        all.addAll(options);
        return Command.run(Project.root(), all);
    }

    private static String launcher() {
        return Path.of("jackfield").toString();
    }

    private static List<String> settings(String text) {
        return SETTING.matcher(text).results().map(java.util.regex.MatchResult::group).distinct().sorted().toList();
    }
}
