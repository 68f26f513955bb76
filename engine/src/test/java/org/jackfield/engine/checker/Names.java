package org.jackfield.engine.checker;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Sets of names out of rows. */
final class Names {

    private Names() {}

    static <R> Set<String> of(List<R> rows, Function<R, String> name) {
        return rows.stream().map(name).collect(Collectors.toSet());
    }
}
