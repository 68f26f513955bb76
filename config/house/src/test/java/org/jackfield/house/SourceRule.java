package org.jackfield.house;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One rule over sources.
 *
 * @param name names the folder of its planted offenders too
 * @param guarded the files that it looks at
 * @param violations what is wrong in a file
 */
record SourceRule(String name, Predicate<SourceFile> guarded, Function<SourceFile, Stream<String>> violations) {

    List<String> violations(List<SourceFile> files) {
        return files.stream()
                .filter(guarded)
                .flatMap(file -> violations.apply(file).map(found -> file.file() + ":" + found))
                .toList();
    }

    @Override
    public String toString() {
        return name;
    }
}
