package org.jackfield.engine.bpmn.check;

import java.util.function.Predicate;

/** What a model may refer to: decisions and flows that are deployed, or are deployed with it. */
public record Deployed(Predicate<String> decision, Predicate<String> flow) {

    /** Takes every reference for granted. */
    public static Deployed anything() {
        return new Deployed(key -> true, key -> true);
    }

    Deployed with(Predicate<String> moreDecisions) {
        return new Deployed(decision.or(moreDecisions), flow);
    }
}
