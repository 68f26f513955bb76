package org.jackfield.house;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClassRulesTest {

    /** Tests are read too, so that a public type which only they use from elsewhere counts as used. */
    private final JavaClasses everything = new ClassFileImporter().importPaths(
            Stream.of("classes", "test-classes").flatMap(kind -> Project.compiled(kind).stream()).toList());
    private final JavaClasses product = everything.that(lieIn("/target/classes/"));
    private JavaClasses planted = product;

    @BeforeAll
    void plant(@TempDir Path folder) throws IOException {
        planted = PlantedOffenders.compile(folder);
    }

    static List<ClassRule> rules() {
        return ClassRules.all();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsNothingWhenItLooksAtTheProduct(ClassRule rule) {
        assertThat(rule.violations(product)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void namesEachOffenderWhenItIsPlanted(ClassRule rule) {
        List<String> found = rule.violations(PlantedOffenders.of(rule.name(), planted));

        assertThat(PlantedOffenders.texts("classes", rule.name())).isNotEmpty()
                .map(PlantedOffenders::className)
                .allSatisfy(offender -> assertThat(found).anyMatch(line -> line.contains(offender)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void guardsEnoughWhenTheProductIsCounted(ClassRule rule) {
        assertThat(rule.guards(product)).isGreaterThanOrEqualTo(rule.atLeast());
    }

    @Test
    void hasARuleWhenAnOffenderIsPlanted() {
        assertThat(PlantedOffenders.rules("classes")).isSubsetOf(rules().stream().map(ClassRule::name).toList());
    }

    @Test
    void findsOneClassWhenAnExemptionNamesIt() {
        Map<String, Long> named = product.stream()
                .map(JavaClass::getSimpleName)
                .filter(Exemptions.CLASSES::containsKey)
                .collect(groupingBy(identity(), counting()));

        assertThat(named.values()).allMatch(count -> count == 1);
    }

    @Test
    void sleepsNowhereWhenTestsWait() {
        JavaClasses tests = everything.that(lieIn("/target/test-classes/"));
        ClassRule sleep = rules().stream()
                .filter(rule -> rule.name().equals(ClassRules.SLEEP))
                .findFirst()
                .orElseThrow();

        assertThat(sleep.violations(tests)).isEmpty();
        assertThat(sleep.guards(tests)).isGreaterThanOrEqualTo(10);
    }

    private static DescribedPredicate<JavaClass> lieIn(String folder) {
        return DescribedPredicate.describe("lie in " + folder, type -> type.getSource()
                .filter(source -> source.getUri().getPath().contains(folder))
                .isPresent());
    }
}
