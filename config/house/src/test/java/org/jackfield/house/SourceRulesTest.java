package org.jackfield.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SourceRulesTest {

    private final List<SourceFile> project = SourceFile.parse(Project.files(".java"));

    static List<SourceRule> rules() {
        return SourceRules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsNothingWhenItLooksAtTheProject(SourceRule rule) {
        assertThat(rule.violations(project)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void namesEachOffenderWhenItIsPlanted(SourceRule rule) {
        List<Path> texts = PlantedOffenders.texts("sources", rule.name());

        assertThat(texts).isNotEmpty()
                .allSatisfy(text -> assertThat(rule.violations().apply(SourceFile.parse(List.of(text)).getFirst()))
                        .as(text.toString())
                        .isNotEmpty());
    }

    @ParameterizedTest
    @MethodSource("rules")
    void guardsEnoughWhenTheProjectIsCounted(SourceRule rule) {
        assertThat(project.stream().filter(rule.guarded())).hasSizeGreaterThanOrEqualTo(10);
    }

    @Test
    void hasARuleWhenAnOffenderIsPlanted() {
        assertThat(PlantedOffenders.rules("sources")).isSubsetOf(rules().stream().map(SourceRule::name).toList());
    }

    @Test
    void findsAPackageTextWhenAFolderHoldsMainSources() {
        List<Path> bare = Project.files(".java")
                .stream()
                .filter(file -> file.toString().contains("main/java/"))
                .map(Path::getParent)
                .distinct()
                .filter(folder -> !Files.exists(folder.resolve("package-info.java")))
                .toList();

        assertThat(bare).isEmpty();
    }

    @Test
    void seesNoCommentWhenTheMarksStandInALiteral() {
        assertThat(
                Comment.of("String a = \"// no\"; char b = '\"'; // yes\n/* and */ String c = \"\"\"\n// no\n\"\"\";"))
                .extracting(Comment::text)
                .containsExactly("// yes", "/* and */");
    }
}
