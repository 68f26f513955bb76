package org.jackfield.engine.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jackfield.engine.checker.Ledger.Fact;
import org.jackfield.engine.checker.Ledger.Leg;

/** Each leg's events are a walk that the table of calls allows, end where its row is, and each row has a story. */
final class CallRules {

    static final String WALK = "call-walk";
    static final String AGREES = "call-agrees";
    static final String ACKNOWLEDGED = "call-acknowledged";

    private static final Set<String> ENDS = Set.of("call.completed", "call.failed");
    private static final Set<String> BESIDE = Set.of("call.refused", "call.redirected", "call.redirect-refused");
    private static final Set<String> UP = Set.of("call.held", "call.resumed", "call.completed", "call.failed");
    /** A leg may be received, started, rung in this order, each at most once; held and resumed in turn. */
    private static final Walk LEGAL = new Walk(Map.of(
            "", Set.of("call.received", "call.started", "call.ringing", "call.answered", "call.failed"),
            "call.received", Set.of("call.started", "call.failed"),
            "call.started", Set.of("call.ringing", "call.answered", "call.failed"),
            "call.ringing", Set.of("call.answered", "call.failed"),
            "call.answered", UP,
            "call.held", Set.of("call.held", "call.resumed", "call.completed", "call.failed"),
            "call.resumed", UP));

    private CallRules() {}

    static List<Finding> check(Ledger ledger) {
        List<Finding> findings = new ArrayList<>();
        Map<String, List<Fact>> stories = stories(ledger.facts());
        for (Leg leg : ledger.rows().legs()) {
            List<Fact> story = stories.getOrDefault(leg.id(), List.of());
            LEGAL.firstWrongStep(story.stream().map(Fact::type).toList())
                    .ifPresent(step -> findings.add(new Finding(WALK, leg.id(), step)));
            checkAgrees(leg, story, findings);
        }
        Set<String> known = Names.of(ledger.rows().legs(), Leg::id);
        stories.keySet()
                .stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> findings.add(new Finding(AGREES, id, "events of a call that has no row")));
        Set<String> callers = Names.of(ledger.rows().legs(), Leg::from);
        ledger.told()
                .answeredCallers()
                .stream()
                .filter(caller -> !callers.contains(caller))
                .forEach(caller -> findings.add(new Finding(ACKNOWLEDGED, caller, "answered, but there is no call")));
        return findings;
    }

    /** The stories of legs by their ids; of refused calls there is no row, and a redirection moves no leg. */
    private static Map<String, List<Fact>> stories(List<Fact> facts) {
        Map<String, List<Fact>> stories = new LinkedHashMap<>();
        facts.stream()
                .filter(fact -> fact.type().startsWith("call.") && !BESIDE.contains(fact.type()))
                .sorted(Comparator.comparingLong(Fact::position))
                .forEach(fact -> stories.computeIfAbsent(fact.text("call"), id -> new ArrayList<>()).add(fact));
        return stories;
    }

    private static void checkAgrees(Leg leg, List<Fact> story, List<Finding> findings) {
        boolean ended = story.stream().anyMatch(fact -> ENDS.contains(fact.type()));
        boolean answered = story.stream().anyMatch(fact -> fact.type().equals("call.answered"));
        if (ended == leg.isOpen()) {
            findings.add(new Finding(AGREES, leg.id(), "row is " + leg.status() + ", events say ended: " + ended));
        }
        if (leg.status().equals("completed") && !answered) {
            findings.add(new Finding(AGREES, leg.id(), "completed without an answer"));
        }
        story.stream()
                .filter(fact -> ENDS.contains(fact.type()) && !fact.text("status").equals(leg.status()))
                .forEach(fact -> findings.add(new Finding(AGREES, leg.id(),
                        "row is " + leg.status() + ", its last event says " + fact.text("status"))));
    }
}
