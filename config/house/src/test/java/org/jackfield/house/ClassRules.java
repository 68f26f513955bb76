package org.jackfield.house;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rules over compiled classes. Each is pure data here; {@link ClassRulesTest} runs them. */
final class ClassRules {

    static final String CLOCK = "wall-clock";
    static final String RANDOM = "chance";
    static final String SLEEP = "sleep";
    static final String STREAMS = "streams";

    private static final String OURS = "org.jackfield";
    private static final Set<String> JDK = Set.of("java", "javax", "org.jspecify", "org.w3c.dom", "org.xml.sax");
    private static final Set<String> EVERYWHERE = Set.of("org.slf4j");
    private static final int MANY = 100;

    /** What each module may see of ours, itself left out. */
    private static final Map<String, Set<String>> LAYERS = Map.of("engine", Set.of(), "analytics", Set.of(),
            "connectors", Set.of("engine"), "processes", Set.of("engine"), "app",
            Set.of("engine", "connectors", "processes", "analytics"), "sample", Set.of("engine"));

    private static final Set<String> INJECTIONS = Set.of(
            "org.springframework.beans.factory.annotation.Autowired",
            "org.springframework.beans.factory.annotation.Value", "jakarta.inject.Inject",
            "jakarta.annotation.Resource",
            "javax.inject.Inject");

    private ClassRules() {}

    static List<ClassRule> all() {
        List<ClassRule> rules = new ArrayList<>(List.of(cycles(), layers(), unlistedLibraries(), loopback(), clock(),
                random(), sleep(), streams(), injection(), nullMarked(), needlesslyPublic()));
        Library.TABLE.forEach(library -> rules.add(library(library)));
        return List.copyOf(rules);
    }

    private static ClassRule cycles() {
        return new ClassRule("cycle", type -> true,
                slices().matching(OURS + ".(**)").should().beFreeOfCycles().allowEmptyShould(true), MANY);
    }

    private static ClassRule layers() {
        return ClassRule.of("layer", type -> LAYERS.containsKey(module(type)),
                notDependOn("a module above", (from, to) -> isOurs(to) && !module(to).equals(module(from))
                        && !LAYERS.getOrDefault(module(from), Set.of()).contains(module(to))),
                MANY);
    }

    private static ClassRule library(Library library) {
        return ClassRule.of("library-" + library.name(), type -> !library.admits(type),
                notDependOn(library.name(), (from, to) -> library.owns(to) && !ownedByNarrowerRow(library, to)), 1);
    }

    /** Spring's JDBC stands in a row of its own, so the row for Spring leaves it alone. */
    private static boolean ownedByNarrowerRow(Library library, JavaClass target) {
        return library.name().equals("spring") && Library.isIn(target.getPackageName(), "org.springframework.jdbc");
    }

    private static ClassRule unlistedLibraries() {
        return ClassRule.of("unlisted-library", type -> true, notDependOn("a library that the table does not list",
                (from, to) -> !isOurs(to) && !isOfTheJdk(to) && !isEverywhere(to)
                        && Library.TABLE.stream().noneMatch(row -> row.owns(to))),
                MANY);
    }

    private static ClassRule loopback() {
        return ClassRule.of("loopback", type -> Library.isIn(type.getPackageName(), OURS + ".engine.loopback"),
                notDependOn("any library", (from, to) -> !isOurs(to) && !isOfTheJdk(to)), 0);
    }

    private static ClassRule clock() {
        return ban(CLOCK, Bans::readsTheClock, Bans::makesAClock);
    }

    private static ClassRule random() {
        return ban(RANDOM, Bans::leavesItToChance, Bans::makesAGenerator);
    }

    private static ClassRule sleep() {
        return ban(SLEEP, Bans::sleeps, access -> false);
    }

    private static ClassRule streams() {
        return ban(STREAMS, Bans::usesTheStreams, access -> false);
    }

    private static ClassRule ban(String name, Predicate<JavaAccess<?>> banned, Predicate<JavaAccess<?>> onlyWiring) {
        return ClassRule.of(name, type -> !Exemptions.covers(outermost(type).getSimpleName(), name), condition(
                "keep off " + name,
                type -> type.getAccessesFromSelf()
                        .stream()
                        .filter(access -> banned.test(access) || (onlyWiring.test(access)
                                && !Exemptions.MAKERS.contains(type.getPackageName())))
                        .map(JavaAccess::getDescription)),
                MANY);
    }

    private static ClassRule injection() {
        return ClassRule.of("field-injection", type -> true, condition("take what they need through the constructor",
                type -> type.getFields()
                        .stream()
                        .filter(field -> field.getAnnotations()
                                .stream()
                                .anyMatch(found -> INJECTIONS.contains(found.getRawType().getName())))
                        .map(JavaField::getDescription)),
                MANY);
    }

    private static ClassRule nullMarked() {
        return ClassRule.of("null-marked", type -> true, condition("lie in a null-marked package",
                type -> type.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked")
                        ? Stream.empty()
                        : Stream.of(type.getPackageName() + " is not null-marked: " + type.getName())),
                MANY);
    }

    /** Looks at top-level types; what a framework finds by its annotations, or the launcher by its main method, stays public. */
    private static ClassRule needlesslyPublic() {
        return ClassRule.of(
                "needlessly-public", type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info")
                        && type.getModifiers().contains(JavaModifier.PUBLIC) && !isFoundByAFramework(type),
                condition(
                        "be used outside their package",
                        type -> isSeenElsewhere(type)
                                ? Stream.empty()
                                : Stream.of(type.getName() + " is public and only its own package uses it")),
                MANY);
    }

    private static boolean isFoundByAFramework(JavaClass type) {
        return type.getAnnotations()
                .stream()
                .anyMatch(found -> Library.isIn(found.getRawType().getPackageName(), "org.springframework"))
                || type.getMethods().stream().anyMatch(method -> method.getName().equals("main"))
                || isMadeByALibrary(type);
    }

    /** It implements a library's interface and is told to the library by its class, which makes it by reflection. */
    private static boolean isMadeByALibrary(JavaClass type) {
        return type.getAllRawInterfaces().stream().anyMatch(role -> !isOurs(role) && !isOfTheJdk(role))
                && type.getPackage()
                        .getClasses()
                        .stream()
                        .flatMap(user -> user.getReferencedClassObjects().stream())
                        .anyMatch(found -> found.getRawType().equals(type));
    }

    /** Another package uses it or what is nested in it, or a public type beside it does. */
    private static boolean isSeenElsewhere(JavaClass type) {
        return type.getPackage()
                .getClasses()
                .stream()
                .filter(part -> outermost(part).equals(type))
                .flatMap(part -> part.getDirectDependenciesToSelf().stream())
                .map(found -> outermost(found.getOriginClass()))
                .anyMatch(user -> !user.getPackageName().equals(type.getPackageName())
                        || (!user.equals(type) && user.getModifiers().contains(JavaModifier.PUBLIC)));
    }

    private static ArchCondition<JavaClass> notDependOn(String what, BiPredicate<JavaClass, JavaClass> forbidden) {
        return condition("not depend on " + what,
                type -> type.getDirectDependenciesFromSelf()
                        .stream()
                        .filter(found -> forbidden.test(type, found.getTargetClass().getBaseComponentType()))
                        .map(Dependency::getDescription));
    }

    private static ArchCondition<JavaClass> condition(String text,
            Function<JavaClass, Stream<String>> violations) {
        return new ArchCondition<>(text) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                violations.apply(type).forEach(found -> events.add(SimpleConditionEvent.violated(type, found)));
            }
        };
    }

    private static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(ClassRules::outermost).orElse(type);
    }

    private static String module(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.", -1);
        return parts.length > 2 ? parts[2] : "";
    }

    private static boolean isOurs(JavaClass type) {
        return Library.isIn(type.getPackageName(), OURS);
    }

    private static boolean isOfTheJdk(JavaClass type) {
        String name = type.getPackageName();
        boolean listed = Library.TABLE.stream().anyMatch(row -> row.owns(type));
        return type.isPrimitive() || name.isEmpty()
                || (!listed && JDK.stream().anyMatch(root -> Library.isIn(name, root)));
    }

    private static boolean isEverywhere(JavaClass type) {
        return EVERYWHERE.stream().anyMatch(root -> Library.isIn(type.getPackageName(), root));
    }
}
