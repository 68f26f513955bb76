package org.jackfield.engine.checker;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jackfield.engine.checker.Ledger.Fact;
import org.jackfield.engine.checker.Ledger.Item;
import org.jackfield.engine.checker.Ledger.Reservation;

/** Work items and reservations: legal walks, rows that agree, nobody reserved twice, nothing acknowledged lost. */
final class WorkRules {

    static final String ITEM_WALK = "item-walk";
    static final String ITEM_AGREES = "item-agrees";
    static final String ACKNOWLEDGED = "item-acknowledged";
    static final String TWICE = "reserved-twice";
    static final String RESERVATION_AGREES = "reservation-agrees";

    private static final String ITEM = "work-item.";
    private static final String CREATED = "reservation.created";
    private static final Set<String> CLOSES = Set.of("reservation.rejected", "reservation.timed-out",
            "reservation.rescinded", "reservation.canceled", "reservation.completed");
    private static final Walk LEGAL = new Walk(Map.of(
            "", Set.of("created"),
            "created", Set.of("reserved", "canceled"),
            "pending", Set.of("reserved", "canceled"),
            "reserved", Set.of("pending", "reserved", "assigned", "canceled"),
            "assigned", Set.of("wrapping", "completed"),
            "wrapping", Set.of("completed")));

    private WorkRules() {}

    static List<Finding> check(Ledger ledger) {
        List<Finding> findings = new ArrayList<>();
        List<Fact> inOrder = ledger.facts().stream().sorted(Comparator.comparingLong(Fact::position)).toList();
        checkItems(ledger, inOrder, findings);
        checkWorkers(ledger, inOrder, findings);
        Set<String> known = Names.of(ledger.rows().items(), Item::id);
        ledger.told()
                .acknowledgedItems()
                .stream()
                .filter(id -> !known.contains(id))
                .forEach(id -> findings.add(new Finding(ACKNOWLEDGED, id, "acknowledged, but there is no row")));
        return findings;
    }

    private static void checkItems(Ledger ledger, List<Fact> inOrder, List<Finding> findings) {
        Map<String, List<String>> stories = new LinkedHashMap<>();
        inOrder.stream()
                .filter(fact -> fact.type().startsWith(ITEM))
                .forEach(fact -> stories.computeIfAbsent(fact.text("workItem"), id -> new ArrayList<>())
                        .add(fact.type().substring(ITEM.length())));
        for (Item item : ledger.rows().items()) {
            List<String> story = stories.getOrDefault(item.id(), List.of());
            LEGAL.firstWrongStep(story).ifPresent(step -> findings.add(new Finding(ITEM_WALK, item.id(), step)));
            String last = story.isEmpty() ? "nothing" : story.getLast().replace("created", "pending");
            if (!last.equals(item.state()) && !(last.equals("reserved") && item.state().equals("pending"))) {
                findings.add(new Finding(ITEM_AGREES, item.id(), "row is " + item.state() + ", events say " + last));
            }
        }
    }

    private static void checkWorkers(Ledger ledger, List<Fact> inOrder, List<Finding> findings) {
        Map<String, Reservation> rows = ledger.rows()
                .reservations()
                .stream()
                .collect(Collectors.toMap(Reservation::id, Function.identity()));
        Map<String, String> holds = new HashMap<>();
        for (Fact fact : inOrder) {
            String id = fact.text("reservation");
            Reservation row = rows.get(id);
            String place = fact.text("worker") + "/" + (row == null ? "" : row.medium());
            if (fact.type().equals(CREATED)) {
                String other = holds.put(place, id);
                if (other != null) {
                    findings.add(new Finding(TWICE, place, id + " while " + other + " is open"));
                }
            } else if (CLOSES.contains(fact.type())) {
                holds.remove(place, id);
            }
        }
        Set<String> open = Set.copyOf(holds.values());
        rows.values()
                .stream()
                .filter(row -> row.isOpen() != open.contains(row.id()))
                .forEach(row -> findings.add(new Finding(RESERVATION_AGREES, row.id(),
                        "row is " + row.state() + ", events say open: " + open.contains(row.id()))));
    }
}
