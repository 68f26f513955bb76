package org.jackfield.engine.work.expression;

import java.util.List;

/** Whether an expression holds, and the comparisons that decided it, in the order of the text. */
public record Explanation(boolean holds, List<Reason> reasons) {

    public Explanation {
        reasons = List.copyOf(reasons);
    }

    /** Why a comparison held or failed. */
    public enum Cause {
        /** The values are as they should be. */
        HOLDS,
        /** The values are of the right type and others than asked for. */
        DIFFERENT,
        /** An attribute is not there. */
        ABSENT,
        /** The types are such that it cannot hold, whatever the values: most likely a mistake. */
        WRONG_TYPE
    }

    /** One comparison: where it stands, what it asks, and what was seen. */
    public record Reason(int position, String comparison, Cause cause, String seen) {}
}
