package org.jackfield.house;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jackfield.engine.docs.GeneratedDocs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```");
    private static final Pattern ELSEWHERE = Pattern.compile("^([a-z]+:|#).*");

    @TempDir
    private Path folder;

    @Test
    void findsEveryTargetWhenPagesLink() {
        List<Path> pages = Project.files(".md");

        assertThat(pages).hasSizeGreaterThanOrEqualTo(10);
        assertThat(pages.stream().flatMap(DocsTest::deadLinks)).isEmpty();
    }

    @Test
    void namesTheLinkWhenItsTargetIsMissing() throws Exception {
        Path page = Files.writeString(folder.resolve("page.md"),
                "[one](missing.md) [two](page.md#part) [three](https://x.y)");

        assertThat(deadLinks(page)).containsExactly(page + " links to missing.md");
    }

    @Test
    void isListedWhenADecisionIsTaken() {
        Path decisions = Project.root().resolve("docs/decisions");
        String index = Project.read(decisions.resolve("README.md"));

        assertThat(Project.files(".md").stream().filter(page -> page.startsWith(decisions)))
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(page -> assertThat(page.endsWith("README.md")
                        || index.contains("(" + page.getFileName() + ")")).as(page.toString()).isTrue());
    }

    @Test
    void listsTheLibrariesWhenThePageIsRead() {
        GeneratedDocs.check("reference/libraries.md",
                """
                        # Libraries and who may import them

                        Main code only. A package stands for its sub-packages too. What stands in no row may be imported nowhere; the
                        JDK, JSpecify and SLF4J may be imported everywhere (SLF4J not in `engine.loopback`).

                        | library | its packages | imported by |
                        |---|---|---|
                        """
                        + Library.TABLE.stream().map(DocsTest::row).collect(joining("\n")));
    }

    private static String row(Library library) {
        return "| %s | %s | %s |".formatted(library.name(), code(library.packages()), code(library.allowed()));
    }

    private static String code(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(joining(", "));
    }

    private static Stream<String> deadLinks(Path page) {
        Matcher link = LINK.matcher(FENCE.matcher(Project.read(page)).replaceAll(""));
        return link.results()
                .map(found -> found.group(1))
                .filter(target -> !ELSEWHERE.matcher(target).matches())
                .filter(target -> !Files.exists(page.resolveSibling(target.replaceFirst("#.*", ""))))
                .map(target -> page + " links to " + target);
    }
}
