package org.jackfield.house;

import java.util.Map;
import java.util.Set;

/**
 * Who is let off a rule. The list is short on purpose: a new entry needs a decision in {@code docs/decisions} (see
 * 0001) that says why.
 */
final class Exemptions {

    /** The one class that does what nobody else may: its simple name and the rule that it is let off. */
    static final Map<String, String> CLASSES = Map.of("Secrets", ClassRules.RANDOM, "MediaClock", ClassRules.CLOCK,
            "Terminal", ClassRules.STREAMS, "CommandLine", ClassRules.STREAMS);

    /** Where the injected clock and random generator are made. */
    static final Set<String> MAKERS = Set.of("org.jackfield.engine.wiring", "org.jackfield.connectors.wiring",
            "org.jackfield.app.wiring");

    /** The outermost loops, which may catch everything so that one bad item does not stop the rest. */
    static final Set<String> OUTERMOST_LOOPS = Set.of();

    /** The one class that may skip a test, because a program is not installed, and fails it in continuous integration. */
    static final String MAY_SKIP = "Peers.java";

    private Exemptions() {}

    static boolean covers(String simpleName, String rule) {
        return rule.equals(CLASSES.get(simpleName));
    }
}
