package org.jackfield.engine.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jackfield.engine.checker.Ledger.Fact;
import org.jackfield.engine.checker.Ledger.Instance;
import org.jackfield.engine.checker.Ledger.Item;
import org.jackfield.engine.checker.Ledger.Leg;
import org.jackfield.engine.checker.Ledger.Order;
import org.jackfield.engine.checker.Ledger.Reservation;
import org.jackfield.engine.checker.Ledger.Rows;
import org.jackfield.engine.checker.Ledger.Tape;
import org.jackfield.engine.checker.Ledger.Told;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A clean story passes; with one fault planted, the checker reports that fault's rule. */
class CheckerTest {

    /** A story that can be spoiled. */
    private static final class Story {
        private final List<Fact> facts = new ArrayList<>();
        private final List<Leg> legs = new ArrayList<>();
        private final List<Item> items = new ArrayList<>();
        private final List<Reservation> reservations = new ArrayList<>();
        private final List<Order> orders = new ArrayList<>();
        private final List<Tape> tapes = new ArrayList<>();
        private final List<Instance> instances = new ArrayList<>();
        private Told told = new Told(Set.of("+15550001"), Set.of("WT1"));

        private Story() {
            legs.add(new Leg("AC1", "CA1", Optional.empty(), "+15550001", "completed", "node:1"));
            legs.add(new Leg("AC1", "CA2", Optional.of("CA1"), "+15550001", "completed", "node:1"));
            items.add(new Item("AC1", "WT1", "CA1", "completed"));
            reservations.add(new Reservation("WR1", "WT1", "WK1", "voice", "timeout"));
            reservations.add(new Reservation("WR2", "WT1", "WK2", "voice", "completed"));
            orders.add(new Order("IN1", "CA1", false));
            tapes.add(new Tape("RE1", "CA1", "completed"));
            call("CA1", "received", "ringing");
            call("CA1", "started", "ringing");
            call("CA1", "answered", "in-progress");
            fact("CA1", "instruction.issued", Map.of("instruction", "IN1"));
            item("created");
            reservation("created", "WR1", "WK1");
            item("reserved");
            reservation("timed-out", "WR1", "WK1");
            item("pending");
            reservation("created", "WR2", "WK2");
            item("reserved");
            call("CA2", "answered", "in-progress");
            reservation("accepted", "WR2", "WK2");
            item("assigned");
            fact("CA1", "recording.completed", Map.of("recording", "RE1"));
            call("CA2", "completed", "completed");
            item("wrapping");
            fact("CA1", "instruction.completed", Map.of("instruction", "IN1"));
            call("CA1", "completed", "completed");
            reservation("completed", "WR2", "WK2");
            item("completed");
        }

        private void call(String id, String what, String status) {
            fact("CA1", "call." + what, Map.of("call", id, "status", status));
        }

        private void item(String what) {
            fact("CA1", "work-item." + what, Map.of("workItem", "WT1"));
        }

        private void reservation(String what, String id, String worker) {
            fact("CA1", "reservation." + what, Map.of("reservation", id, "worker", worker, "workItem", "WT1"));
        }

        private void fact(String key, String type, Map<String, ?> data) {
            long seq = facts.stream().filter(fact -> fact.key().equals(key)).count() + 1;
            facts.add(new Fact("AC1", key, seq, facts.size() + 1L, type, data));
        }

        private List<Finding> check() {
            return Checker.check(new Ledger(facts, new Rows(legs, items, reservations, orders, tapes, instances,
                    Set.of("node:2")), told));
        }
    }

    record Planted(String rule, Consumer<Story> fault) {
        @Override
        public String toString() {
            return rule;
        }
    }

    @Test
    void findsNothingInACleanStory() {
        assertThat(new Story().check()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void findsThePlantedFault(Planted planted) {
        Story story = new Story();

        planted.fault().accept(story);

        assertThat(story.check()).extracting(Finding::rule).contains(planted.rule());
    }

    private static Stream<Planted> faults() {
        return Stream.of(
                new Planted(OrderRules.SEQUENCE, story -> story.facts.remove(3)),
                new Planted(OrderRules.POSITION, story -> story.facts.add(
                        new Fact("AC1", "WK1", 1, 3, "worker.activity-changed", Map.of()))),
                new Planted(CallRules.WALK, story -> story.call("CA1", "held", "in-progress")),
                new Planted(CallRules.AGREES, story -> story.legs.set(1,
                        new Leg("AC1", "CA2", Optional.of("CA1"), "+15550001", "in-progress", "node:2"))),
                new Planted(CallRules.ACKNOWLEDGED,
                        story -> story.told = new Told(Set.of("+15550002"), Set.of())),
                new Planted(WorkRules.ITEM_WALK, story -> story.item("assigned")),
                new Planted(WorkRules.ITEM_AGREES,
                        story -> story.items.set(0, new Item("AC1", "WT1", "CA1", "canceled"))),
                new Planted(WorkRules.ACKNOWLEDGED, story -> story.items.clear()),
                new Planted(WorkRules.TWICE, CheckerTest::reserveTwice),
                new Planted(WorkRules.RESERVATION_AGREES, story -> story.reservations.set(1,
                        new Reservation("WR2", "WT1", "WK2", "voice", "accepted"))),
                new Planted(LeftoverRules.CALL, story -> story.legs.set(0,
                        new Leg("AC1", "CA1", Optional.empty(), "+15550001", "in-progress", "node:1"))),
                new Planted(LeftoverRules.INSTRUCTION, story -> story.orders.add(new Order("IN2", "CA1", true))),
                new Planted(LeftoverRules.INSTRUCTION_TWICE,
                        story -> story.fact("CA1", "instruction.completed", Map.of("instruction", "IN1"))),
                new Planted(LeftoverRules.ITEM,
                        story -> story.items.set(0, new Item("AC1", "WT1", "CA1", "pending"))),
                new Planted(LeftoverRules.RESERVATION, story -> story.reservations.set(1,
                        new Reservation("WR2", "WT1", "WK2", "voice", "accepted"))),
                new Planted(LeftoverRules.INSTANCE, story -> story.instances.add(new Instance("7", "CA1"))),
                new Planted(LeftoverRules.RECORDING, story -> story.tapes.add(new Tape("RE2", "CA9", "completed"))),
                new Planted(LeftoverRules.RECORDING, story -> story.tapes.add(new Tape("RE2", "CA1", "in_progress"))));
    }

    private static void reserveTwice(Story story) {
        story.reservations.add(new Reservation("WR3", "WT2", "WK3", "voice", "canceled"));
        story.reservations.add(new Reservation("WR4", "WT3", "WK3", "voice", "canceled"));
        story.reservation("created", "WR3", "WK3");
        story.reservation("created", "WR4", "WK3");
        story.reservation("canceled", "WR3", "WK3");
        story.reservation("canceled", "WR4", "WK3");
    }
}
