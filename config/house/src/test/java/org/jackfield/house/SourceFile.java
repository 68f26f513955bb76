package org.jackfield.house;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.tools.JavaCompiler;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A parsed source file.
 *
 * @param file where it lies, relative to the project
 */
record SourceFile(Path file, String text, CompilationUnitTree tree, SourcePositions positions, List<Comment> comments) {

    static List<SourceFile> parse(List<Path> files) {
        JavaCompiler compiler = Objects.requireNonNull(ToolProvider.getSystemJavaCompiler());
        JavacTask task = (JavacTask) compiler.getTask(null, null, null, List.of("-proc:none"), null,
                files.stream().map(Source::new).toList());
        SourcePositions positions = Trees.instance(task).getSourcePositions();
        List<SourceFile> parsed = new ArrayList<>();
        try {
            for (CompilationUnitTree tree : task.parse()) {
                Path file = Path.of(tree.getSourceFile().toUri());
                String text = Project.read(file);
                Path shown = Project.root().relativize(file);
                parsed.add(new SourceFile(shown, text, tree, positions, Comment.of(text)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return List.copyOf(parsed);
    }

    long lines() {
        return text.lines().count();
    }

    long linesOf(Tree part) {
        return line(positions.getEndPosition(tree, part)) - line(positions.getStartPosition(tree, part)) + 1;
    }

    long filledLinesOf(Tree part) {
        int start = Math.toIntExact(positions.getStartPosition(tree, part));
        int end = Math.toIntExact(positions.getEndPosition(tree, part));
        return text.substring(start, end).lines().filter(line -> !line.isBlank()).count();
    }

    long lineOf(Tree part) {
        return line(positions.getStartPosition(tree, part));
    }

    long line(long offset) {
        return tree.getLineMap().getLineNumber(offset);
    }

    String packageName() {
        return tree.getPackageName() == null ? "" : tree.getPackageName().toString();
    }

    boolean isMain() {
        return file.toString().contains("main/java/");
    }

    boolean isPackageInfo() {
        return file.endsWith("package-info.java") || file.endsWith("package-info.java.txt");
    }

    /** The Javadoc that stands right before a declaration. */
    Optional<Comment> javadoc(Tree declaration) {
        int start = Math.toIntExact(positions.getStartPosition(tree, declaration));
        return comments.stream()
                .filter(comment -> comment.isJavadoc() && comment.end() <= start
                        && text.substring(comment.end(), start).isBlank())
                .findFirst();
    }

    private static final class Source extends SimpleJavaFileObject {

        private final Path file;

        Source(Path file) {
            super(file.toUri(), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public String getCharContent(boolean ignoreEncodingErrors) {
            return Project.read(file);
        }
    }
}
