package org.jackfield.analytics.label.define;

import java.util.List;
import java.util.stream.Collectors;

/** Definitions that were not taken, none of them. */
public final class InvalidDefinitionsException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    InvalidDefinitionsException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** At least one, in the order of the file. */
    public List<Problem> problems() {
        return problems;
    }
}
