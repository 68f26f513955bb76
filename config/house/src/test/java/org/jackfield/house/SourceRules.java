package org.jackfield.house;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnionTypeTree;
import com.sun.source.util.TreeScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The rules over sources: sizes, comments, and what class files no longer show. */
final class SourceRules {

    static final int FILE_LINES = 400;
    static final int METHOD_LINES = 40;
    static final int WIRING_LINES = 40;
    static final int CONSTRUCTOR_PARAMETERS = 5;

    private static final Pattern LEFT_OVER = Pattern.compile("\\b(TODO|FIXME|XXX|HACK)\\b");
    private static final Pattern CODE = Pattern.compile(
            "^(import |return\\b|if \\(|for \\(|while \\(|\\}|@\\w+\\().*|.*[\\w)\"]\\s*(;|\\{)$|^\\}$");
    private static final Set<String> MOCKING = Set.of("org.mockito", "org.easymock", "org.powermock", "mockit",
            "io.mockk", "org.jmock", "org.springframework.test.context.bean.override.mockito");

    private static final Set<String> SKIPPING = Set.of("org.junit.jupiter.api.Disabled",
            "org.junit.jupiter.api.condition", "org.junit.jupiter.api.Assumptions", "org.assertj.core.api.Assumptions");

    private SourceRules() {}

    static List<SourceRule> all() {
        return List.of(new SourceRule("long-file", file -> true, SourceRules::longFile),
                new SourceRule("long-method", file -> true, SourceRules::longMethods),
                new SourceRule("fat-wiring", file -> file.isMain() && file.packageName().endsWith(".wiring"),
                        SourceRules::fatWiring),
                new SourceRule("many-parameters", SourceFile::isMain, SourceRules::manyParameters),
                new SourceRule("throwable", file -> true, SourceRules::caughtThrowables),
                new SourceRule("mocking", file -> true, naming(MOCKING)),
                new SourceRule("skipped-test", file -> !file.file().endsWith(Exemptions.MAY_SKIP), naming(SKIPPING)),
                new SourceRule("left-over", file -> true, comments(SourceRules::isLeftOver)),
                new SourceRule("commented-out-code", file -> true, comments(SourceRules::isCode)),
                new SourceRule("author-tag", file -> true, comments(comment -> comment.text().contains("@author"))),
                new SourceRule("package-text", SourceFile::isPackageInfo, SourceRules::barePackage),
                new SourceRule("public-without-javadoc", file -> file.isMain() && !file.isPackageInfo(),
                        SourceRules::undocumented));
    }

    private static Stream<String> longFile(SourceFile file) {
        long lines = file.lines();
        return lines > FILE_LINES ? Stream.of("1: the file has " + lines + " lines") : Stream.empty();
    }

    private static Stream<String> longMethods(SourceFile file) {
        return methods(file).stream()
                .filter(method -> file.linesOf(method) > METHOD_LINES)
                .map(method -> file.lineOf(method) + ": " + method.getName() + " has " + file.linesOf(method)
                        + " lines");
    }

    private static Stream<String> fatWiring(SourceFile file) {
        return classes(file).stream()
                .filter(type -> file.filledLinesOf(type) > WIRING_LINES)
                .map(type -> file.lineOf(type) + ": " + type.getSimpleName() + " has " + file.filledLinesOf(type)
                        + " lines; wiring only adapts");
    }

    private static Stream<String> manyParameters(SourceFile file) {
        return classes(file).stream()
                .filter(type -> type.getKind() != Tree.Kind.RECORD)
                .flatMap(type -> type.getMembers().stream())
                .filter(MethodTree.class::isInstance)
                .map(MethodTree.class::cast)
                .filter(method -> method.getName().contentEquals("<init>")
                        && method.getParameters().size() > CONSTRUCTOR_PARAMETERS)
                .map(method -> file.lineOf(method) + ": a constructor with " + method.getParameters().size()
                        + " parameters");
    }

    private static Stream<String> caughtThrowables(SourceFile file) {
        String type = file.packageName() + "." + file.file().getFileName().toString().replaceFirst("\\..*", "");
        if (Exemptions.OUTERMOST_LOOPS.contains(type)) {
            return Stream.empty();
        }
        return collect(file, CatchTree.class).stream()
                .filter(caught -> alternatives(caught.getParameter().getType())
                        .anyMatch(Set.of("Throwable", "Error")::contains))
                .map(caught -> file.lineOf(caught) + ": catches " + caught.getParameter().getType());
    }

    private static Stream<String> alternatives(Tree type) {
        return type instanceof UnionTypeTree union
                ? union.getTypeAlternatives().stream().map(Tree::toString)
                : Stream.of(type.toString());
    }

    /** Finds the names wherever they stand, so a full name in the code counts as an import does. */
    private static Function<SourceFile, Stream<String>> naming(Set<String> banned) {
        return file -> collect(file, MemberSelectTree.class).stream()
                .filter(name -> banned.contains(name.toString()))
                .map(name -> file.lineOf(name) + ": uses " + name);
    }

    private static Function<SourceFile, Stream<String>> comments(Predicate<Comment> bad) {
        return file -> file.comments()
                .stream()
                .filter(bad)
                .map(comment -> file.line(comment.start()) + ": " + comment.lines().getFirst());
    }

    private static boolean isLeftOver(Comment comment) {
        return LEFT_OVER.matcher(comment.text()).find();
    }

    private static boolean isCode(Comment comment) {
        return !comment.isJavadoc() && comment.lines().stream().anyMatch(line -> CODE.matcher(line).matches());
    }

    private static Stream<String> barePackage(SourceFile file) {
        boolean told = file.comments()
                .stream()
                .anyMatch(comment -> comment.isJavadoc() && comment.text().length() > 60);
        boolean marked = file.text().contains("@NullMarked");
        return told && marked ? Stream.empty() : Stream.of("1: says nothing about the package, or is not null-marked");
    }

    private static Stream<String> undocumented(SourceFile file) {
        return file.tree()
                .getTypeDecls()
                .stream()
                .filter(ClassTree.class::isInstance)
                .map(ClassTree.class::cast)
                .filter(type -> type.getModifiers().getFlags().contains(Modifier.PUBLIC))
                .filter(type -> file.javadoc(type).isEmpty())
                .map(type -> file.lineOf(type) + ": " + type.getSimpleName() + " has no Javadoc");
    }

    private static List<MethodTree> methods(SourceFile file) {
        return collect(file, MethodTree.class);
    }

    private static List<ClassTree> classes(SourceFile file) {
        return collect(file, ClassTree.class);
    }

    private static <T extends Tree> List<T> collect(SourceFile file, Class<T> kind) {
        List<T> found = new ArrayList<>();
        new TreeScanner<Void, Void>() {
            @Override
            public Void scan(Tree tree, Void none) {
                if (kind.isInstance(tree)) {
                    found.add(kind.cast(tree));
                }
                return super.scan(tree, null);
            }
        }.scan(file.tree(), null);
        return found;
    }
}
