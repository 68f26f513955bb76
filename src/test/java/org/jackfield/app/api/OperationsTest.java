package org.jackfield.app.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jackfield.engine.docs.GeneratedDocs;
import org.jackfield.engine.error.DomainException;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The document, the mappings and the docs page say the same. */
class OperationsTest {

    private final Operations operations = new Operations(Contract.document());

    @Test
    void documentsExactlyWhatIsMapped() {
        Set<String> documented = operations.all()
                .stream()
                .map(operation -> operation.method() + " " + operation.path())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> mapped = resources().stream()
                .flatMap(OperationsTest::mappings)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(resources()).hasSizeGreaterThan(8);
        assertThat(documented).isEqualTo(mapped);
    }

    @Test
    void refusesUnknownAndUnfinishedParametersAndAcceptsTheOthers() {
        String path = "/api/2010-04-01/Accounts/{AccountSid}/IncomingPhoneNumbers.json";

        operations.check("POST", path, List.of("PhoneNumber", "VoiceUrl", "StatusCallback"));

        assertThatThrownBy(() -> operations.check("POST", path, List.of("VoiceURL")))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("VoiceURL is not known");
        assertThatThrownBy(() -> operations.check("POST", path, List.of("SmsUrl")))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining("SmsUrl does not work yet");
        assertThatThrownBy(() -> operations.check("GET", path, List.of("Beta")))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void writesTheTableOfOperations() {
        StringBuilder page = new StringBuilder(
                """
                        # Operations

                        What works, what is accepted without effect, and what is refused until it works. The 2010 paths also answer without
                        `/api`, the Workspaces paths without `/taskrouter`, and each product under its own host label (`taskrouter.example.org`).
                        A parameter that is not listed is refused with 400 and code 20001.

                        ## Operations that work

                        | operation | does | parameters that work | accepted without effect | refused |
                        |---|---|---|---|---|
                        """);
        operations.all()
                .forEach(operation -> page.append("| `%s %s` | %s | %s | %s | %s |%n".formatted(
                        operation.method(), operation.path(), operation.summary(),
                        names(operation, Operations.Effect.WORKS),
                        names(operation, Operations.Effect.NONE), names(operation, Operations.Effect.REFUSED))));

        List<String> refused = refused();
        page.append(
                """

                        ## Operations of existing SDKs that are refused

                        Answered with 404 and code 20404 until they work: %d of the %d core operations.

                        | operation | answer |
                        |---|---|
                        """.formatted(refused.size(), core().size()));
        refused.forEach(operation -> page.append("| `%s` | refused |%n".formatted(operation)));

        GeneratedDocs.check("reference/operations.md", page.toString());
    }

    @Test
    void knowsTheCoreOperationsOfExistingSdks() {
        assertThat(core()).hasSize(202).doesNotHaveDuplicates();
        assertThat(refused()).doesNotContain("POST /api/2010-04-01/Accounts/{AccountSid}/Calls.json",
                "GET /api/2010-04-01/Accounts/{AccountSid}/AvailablePhoneNumbers/{CountryCode}/Local.json");
    }

    private List<String> refused() {
        Set<String> ours = operations.all()
                .stream()
                .map(operation -> plain(operation.method() + " " + operation.path()))
                .collect(Collectors.toSet());
        return core().stream().filter(operation -> !ours.contains(plain(operation))).toList();
    }

    /** Without the names of variables; numbers are offered in one country. */
    private static String plain(String operation) {
        return operation.replace("/AvailablePhoneNumbers/US/", "/AvailablePhoneNumbers/{}/")
                .replaceAll("\\{\\w+}", "{}");
    }

    private static List<String> core() {
        try (InputStream list = Objects
                .requireNonNull(OperationsTest.class.getResourceAsStream("/public-operations.txt"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String names(Operations.Operation operation, Operations.Effect effect) {
        return operation.parameters()
                .entrySet()
                .stream()
                .filter(entry -> entry.getValue() == effect)
                .map(entry -> "`" + entry.getKey() + "`")
                .collect(Collectors.joining(" "));
    }

    private static Collection<Class<?>> resources() {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(RestController.class));
        return scan.findCandidateComponents("org.jackfield.app")
                .stream()
                .<Class<?>>map(found -> ClassUtils.resolveClassName(String.valueOf(found.getBeanClassName()), null))
                .filter(type -> type != Fallback.class)
                .toList();
    }

    private static Stream<String> mappings(Class<?> resource) {
        return Arrays.stream(resource.getDeclaredMethods()).flatMap(OperationsTest::mappings);
    }

    private static Stream<String> mappings(Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        return mapping == null
                ? Stream.empty()
                : Arrays.stream(mapping.path())
                        .flatMap(path -> Arrays.stream(mapping.method())
                                .map(verb -> verb.name() + " " + path));
    }
}
