package org.jackfield.engine.flow;

/** What is wrong at which element (its id, or empty for the whole file), in particular. */
public record FlowProblem(String element, FlowProblemCode code, String detail) {

    /** The code's cause and, when there is more to say, what it was here. */
    public String cause() {
        return detail.isEmpty() ? code.cause() : code.cause() + " (" + detail + ")";
    }

    public String remedy() {
        return code.remedy();
    }
}
