package org.jackfield.engine.work.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what is found in a table: problems that refuse it, and warnings. Confined to one reading. */
final class Findings {

    private static final int MOST = 100;
    private static final Comparator<TableProblem> BY_ROW = Comparator.comparing(problem -> problem.row().orElse(0));

    private final List<TableProblem> problems = new ArrayList<>();
    private final List<TableProblem> warnings = new ArrayList<>();

    void add(TableProblem problem) {
        problems.add(problem);
    }

    void warn(TableProblem warning) {
        warnings.add(warning);
    }

    boolean isClean() {
        return problems.isEmpty();
    }

    /** The first of them, from top to bottom. */
    List<TableProblem> problems() {
        return problems.stream().sorted(BY_ROW).limit(MOST).toList();
    }

    List<TableProblem> warnings() {
        return warnings.stream().sorted(BY_ROW).limit(MOST).toList();
    }
}
