package org.jackfield.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles planted offenders in a temporary copy with the arguments that the parent pom gives to the real compiler. */
@Tag("slow")
class CompilerRulesTest {

    private static final Pattern ARGUMENT = Pattern.compile("<arg>([^<]+)</arg>");
    private static final String KIND = "compiler";
    private static final String CLEAN = "clean";
    private static final String LINT = "rawtypes";

    @TempDir
    private Path folder;

    @Test
    void namesEachOffenderAndItsCheckWhenItIsCompiled() throws Exception {
        List<String> checks = PlantedOffenders.rules(KIND)
                .stream()
                .filter(check -> !check.equals(CLEAN) && !check.equals(LINT))
                .toList();

        Command javac = compile(checks);

        assertThat(javac.exitCode()).as(javac.output()).isNotZero();
        assertThat(checks).hasSizeGreaterThanOrEqualTo(3)
                .allSatisfy(check -> assertThat(PlantedOffenders.texts(KIND, check)).isNotEmpty()
                        .allSatisfy(text -> assertThat(javac.output().lines())
                                .anyMatch(line -> line.contains(fileName(text)) && line.contains("[" + check + "]"))));
    }

    @Test
    void failsWhenThereIsNothingButAWarning() throws Exception {
        Command javac = compile(List.of(LINT));

        assertThat(javac.exitCode()).as(javac.output()).isNotZero();
        assertThat(javac.output()).contains("[" + LINT + "]", "warnings found and -Werror specified");
    }

    @Test
    void passesWhenNothingIsWrong() throws Exception {
        Command javac = compile(List.of(CLEAN));

        assertThat(javac.exitCode()).as(javac.output()).isZero();
    }

    @Test
    void isTheSameForAllWhenModulesAreRead() {
        assertThat(Project.modules()).hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(module -> assertThat(Project.read(module.resolve("pom.xml")))
                        .doesNotContain("compilerArg", "maven-compiler-plugin", "spotless", "skipTests"));
    }

    private Command compile(List<String> checks) throws Exception {
        List<String> arguments = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                        "--release", "25", "-proc:none", "-d", folder.resolve("classes").toString(), "-processorpath",
                        System.getProperty("java.class.path"), "-classpath", System.getProperty("java.class.path")));
        ARGUMENT.matcher(Project.parentPom()).results().forEach(match -> arguments.add(match.group(1)));
        assertThat(arguments).contains("-Werror").anyMatch(argument -> argument.startsWith("-Xplugin:ErrorProne"));
        for (String check : checks) {
            for (Path text : PlantedOffenders.texts(KIND, check)) {
                arguments.add(Files.copy(text, folder.resolve(fileName(text))).toString());
            }
        }
        return Command.run(folder, arguments);
    }

    private static String fileName(Path text) {
        return text.getFileName().toString().replace(".txt", "");
    }
}
