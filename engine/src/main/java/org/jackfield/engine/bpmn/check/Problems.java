package org.jackfield.engine.bpmn.check;

import java.util.ArrayList;
import java.util.List;
import org.jackfield.engine.flow.FlowProblem;
import org.jackfield.engine.flow.FlowProblemCode;
import org.jackfield.engine.flow.Flows.Report;

/** Collects what a check finds, up to a bound. */
final class Problems {

    private static final int LIMIT = 100;
    private static final int DETAIL = 200;

    private final List<FlowProblem> found = new ArrayList<>();

    void add(String element, FlowProblemCode code, String detail) {
        FlowProblem problem = new FlowProblem(element, code,
                detail.length() > DETAIL ? detail.substring(0, DETAIL) : detail);
        if (found.size() < LIMIT && !found.contains(problem)) {
            found.add(problem);
        }
    }

    void add(XmlElement element, FlowProblemCode code, String detail) {
        add(element.nearestId(), code, detail);
    }

    boolean isEmpty() {
        return found.stream().noneMatch(problem -> problem.code().refuses());
    }

    Report report() {
        return new Report(found.stream().filter(problem -> problem.code().refuses()).toList(),
                found.stream().filter(problem -> !problem.code().refuses()).toList());
    }
}
