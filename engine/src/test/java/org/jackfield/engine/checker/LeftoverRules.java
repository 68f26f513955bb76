package org.jackfield.engine.checker;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jackfield.engine.checker.Ledger.Fact;
import org.jackfield.engine.checker.Ledger.Item;
import org.jackfield.engine.checker.Ledger.Leg;
import org.jackfield.engine.checker.Ledger.Rows;

/** Nothing hangs: no instruction, item, reservation, process instance or recording goes on without what it is about. */
final class LeftoverRules {

    static final String CALL = "call-hangs";
    static final String INSTRUCTION = "instruction-hangs";
    static final String INSTRUCTION_TWICE = "instruction-completed-twice";
    static final String ITEM = "item-hangs";
    static final String RESERVATION = "reservation-hangs";
    static final String INSTANCE = "process-hangs";
    static final String RECORDING = "recording-agrees";

    private LeftoverRules() {}

    static List<Finding> check(Ledger ledger) {
        Rows rows = ledger.rows();
        Set<String> liveLegs = Names.of(rows.legs().stream().filter(Leg::isOpen).toList(), Leg::id);
        Set<String> liveItems = Names.of(rows.items().stream().filter(Item::isOpen).toList(), Item::id);
        List<Finding> findings = new ArrayList<>();
        report(findings, CALL, rows.legs(), leg -> leg.isOpen() && !rows.livingNodes().contains(leg.node()));
        report(findings, INSTRUCTION, rows.orders(), order -> order.open() && !liveLegs.contains(order.call()));
        report(findings, ITEM, rows.items(), item -> waits(item) && !liveLegs.contains(item.subject()));
        report(findings, RESERVATION, rows.reservations(),
                reservation -> reservation.isOpen() && !liveItems.contains(reservation.item()));
        report(findings, INSTANCE, rows.instances(), instance -> Stream.of(liveLegs, liveItems)
                .noneMatch(living -> living.contains(instance.businessKey())));
        findings.addAll(completedTwice(ledger.facts()));
        findings.addAll(recordings(ledger, liveLegs));
        return findings;
    }

    /** An item of another medium than voice has no subject and waits for as long as it likes. */
    private static boolean waits(Item item) {
        return item.isOpen() && !item.subject().isEmpty() && !item.state().equals("wrapping");
    }

    private static List<Finding> completedTwice(List<Fact> facts) {
        Set<String> completed = new HashSet<>();
        return facts.stream()
                .filter(fact -> fact.type().equals("instruction.completed") && !completed.add(fact.text("instruction")))
                .map(fact -> new Finding(INSTRUCTION_TWICE, fact.text("instruction"), "a second outcome"))
                .toList();
    }

    private static List<Finding> recordings(Ledger ledger, Set<String> liveLegs) {
        Set<String> legs = Names.of(ledger.rows().legs(), Leg::id);
        List<Finding> findings = new ArrayList<>();
        report(findings, RECORDING, ledger.rows().tapes(), tape -> !legs.contains(tape.call()));
        report(findings, RECORDING, ledger.rows().tapes(),
                tape -> tape.status().equals("in_progress") && !liveLegs.contains(tape.call()));
        return findings;
    }

    private static <R> void report(List<Finding> findings, String rule, List<R> rows, Predicate<R> wrong) {
        rows.stream().filter(wrong).forEach(row -> findings.add(new Finding(rule, row.toString(), "goes on")));
    }
}
