package org.jackfield.engine.work.policy;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found while a document is read: problems that refuse it, and warnings. */
final class Findings {

    private static final int MOST = 100;

    private final List<PolicyProblem> problems = new ArrayList<>();
    private final List<PolicyProblem> warnings = new ArrayList<>();

    void problem(String path, PolicyProblem.Code code, String detail) {
        add(problems, new PolicyProblem(path, code, detail));
    }

    void warning(String path, PolicyProblem.Code code, String detail) {
        add(warnings, new PolicyProblem(path, code, detail));
    }

    List<PolicyProblem> problems() {
        return List.copyOf(problems);
    }

    List<PolicyProblem> warnings() {
        return List.copyOf(warnings);
    }

    private static void add(List<PolicyProblem> to, PolicyProblem found) {
        if (to.size() < MOST) {
            to.add(found);
        }
    }
}
