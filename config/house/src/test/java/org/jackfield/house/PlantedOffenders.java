package org.jackfield.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * The offenders that each rule must report: {@code offenders/RULE/NAME.java.txt}. They claim to lie in packages of the
 * product and are compiled, without the checks of the build, into a temporary folder. Stubs of libraries that the product
 * does not use yet lie in {@code offenders/stubs}.
 */
final class PlantedOffenders {

    private static final String ENDING = ".java.txt";
    private static final String STUBS = "stubs";
    private static final Pattern PACKAGE = Pattern.compile("^package ([\\w.]+);", Pattern.MULTILINE);

    private PlantedOffenders() {}

    static List<String> rules(String kind) {
        try (Stream<Path> folders = Files.list(folder(kind))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .filter(name -> !name.equals(STUBS))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The texts that are planted for a rule, sorted by name. */
    static List<Path> texts(String kind, String rule) {
        try (Stream<Path> files = Files.list(folder(kind).resolve(rule))) {
            return files.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
        } catch (IOException e) {
            throw new IllegalStateException("no offender is planted for " + rule, e);
        }
    }

    /** The name of the class in a text. */
    static String className(Path text) {
        Matcher declared = PACKAGE.matcher(Project.read(text));
        String name = text.getFileName().toString().replace(ENDING, "");
        return declared.find() ? declared.group(1) + "." + name : name;
    }

    /** Compiles all offenders of the rules over classes into the folder and reads them back. */
    static JavaClasses compile(Path folder) throws IOException {
        List<Path> texts = Stream.concat(rules("classes").stream(), Stream.of(STUBS))
                .flatMap(rule -> texts("classes", rule).stream())
                .toList();
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(found, Locale.ROOT, null)) {
            List<String> options = List.of("-d", folder.toString(), "-proc:none", "-nowarn", "-implicit:none");
            if (!compiler.getTask(null, files, found, options, null, texts.stream().map(Source::new).toList()).call()) {
                throw new IllegalStateException("the offenders do not compile: " + found.getDiagnostics());
            }
        }
        return new ClassFileImporter().importPath(folder);
    }

    /** Only the offenders of one rule. */
    static JavaClasses of(String rule, JavaClasses all) {
        String[] names = texts("classes", rule).stream().map(PlantedOffenders::className).toArray(String[]::new);
        return all.that(com.tngtech.archunit.base.DescribedPredicate.describe("are planted for " + rule,
                type -> isOneOf(type, names)));
    }

    private static boolean isOneOf(JavaClass type, String[] names) {
        return Arrays.stream(names)
                .anyMatch(name -> type.getName().equals(name) || type.getName().startsWith(name + "$"));
    }

    private static Path folder(String kind) {
        return Project.root().resolve("config/house/src/test/resources/offenders").resolve(kind);
    }

    private static final class Source extends SimpleJavaFileObject {

        private final Path text;

        Source(Path text) {
            super(URI.create("text:///" + className(text).replace('.', '/') + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return Project.read(text);
        }
    }
}
