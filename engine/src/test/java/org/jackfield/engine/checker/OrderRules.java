package org.jackfield.engine.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jackfield.engine.checker.Ledger.Fact;

/** Sequences are 1 to n within each key, positions differ and grow with them. */
final class OrderRules {

    static final String SEQUENCE = "sequence";
    static final String POSITION = "position";

    private OrderRules() {}

    static List<Finding> check(List<Fact> facts) {
        List<Finding> findings = new ArrayList<>();
        Map<String, List<Fact>> byKey = facts.stream()
                .collect(Collectors.groupingBy(fact -> fact.account() + "/" + fact.key()));
        byKey.forEach((key, story) -> checkKey(key, story, findings));
        Map<Long, Long> uses = facts.stream()
                .collect(Collectors.groupingBy(Fact::position, Collectors.counting()));
        uses.forEach((position, count) -> {
            if (count > 1 || position <= 0) {
                findings.add(new Finding(POSITION, "position " + position, count + " events"));
            }
        });
        return findings;
    }

    private static void checkKey(String key, List<Fact> story, List<Finding> findings) {
        List<Fact> ordered = story.stream().sorted(Comparator.comparingLong(Fact::seq)).toList();
        long last = 0;
        for (int i = 0; i < ordered.size(); i++) {
            Fact fact = ordered.get(i);
            if (fact.seq() != i + 1) {
                findings.add(new Finding(SEQUENCE, key, "number " + fact.seq() + " where " + (i + 1) + " is due"));
                return;
            }
            if (fact.position() <= last) {
                findings.add(new Finding(POSITION, key, fact.type() + " at " + fact.position() + " after " + last));
            }
            last = fact.position();
        }
    }
}
