package org.jackfield.engine.fault;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jackfield.engine.fault.ClientLog.Entry;
import org.jackfield.engine.fault.ClientLog.Kind;

/**
 * Judges what a cluster did by its event table and by what its clients were told, and by nothing else. Every acknowledged item is
 * there and finished; nothing was assigned twice; each history is one that the rules of work distribution allow; no worker had
 * more at once than he may; what clients were told is true.
 */
final class WorkChecker {

    private static final Set<String> ENDS = Set.of("reservation.completed", "reservation.timed-out",
            "reservation.rejected", "reservation.canceled", "reservation.rescinded");

    private final List<WorkEvent> events;
    private final ClientLog log;
    private final int capacity;
    private final List<String> findings = new ArrayList<>();

    private WorkChecker(List<WorkEvent> events, ClientLog log, int capacity) {
        this.events = events;
        this.log = log;
        this.capacity = capacity;
    }

    /** @param capacity how many items each worker may have at once */
    static List<String> findings(List<WorkEvent> events, ClientLog log, int capacity) {
        WorkChecker checker = new WorkChecker(events, log, capacity);
        checker.checkOrder();
        checker.checkHistories();
        checker.checkWorkers();
        checker.checkWhatWasTold();
        return List.copyOf(checker.findings);
    }

    /** Numbers within a key have no gap and no double, and the stream keeps their order. */
    private void checkOrder() {
        events.stream()
                .collect(Collectors.groupingBy(WorkEvent::key, TreeMap::new, Collectors.toList()))
                .forEach((key, own) -> {
                    List<WorkEvent> bySeq = own.stream().sorted(Comparator.comparingLong(WorkEvent::seq)).toList();
                    for (int i = 0; i < bySeq.size(); i++) {
                        if (bySeq.get(i).seq() != i + 1) {
                            find("event %d of %s has number %d".formatted(i + 1, key, bySeq.get(i).seq()));
                            return;
                        }
                        if (bySeq.get(i).position() <= (i == 0 ? 0 : bySeq.get(i - 1).position())) {
                            find("event %d of %s is not behind the one before in the stream".formatted(i + 1, key));
                        }
                    }
                });
    }

    private void checkHistories() {
        Map<String, ItemHistory> histories = histories();
        histories.values().forEach(history -> findings.addAll(history.findings()));
        Set<String> acknowledged = new HashSet<>();
        log.of(Kind.QUEUED).map(Entry::item).forEach(item -> {
            if (!acknowledged.add(item)) {
                find("%s was acknowledged twice".formatted(item));
            }
            if (!histories.containsKey(item)) {
                find("%s was acknowledged and is lost".formatted(item));
            }
        });
    }

    private Map<String, ItemHistory> histories() {
        Map<String, ItemHistory> histories = new TreeMap<>();
        events.stream()
                .sorted(Comparator.comparing(WorkEvent::item).thenComparingLong(WorkEvent::seq))
                .forEach(event -> histories.computeIfAbsent(event.item(), ItemHistory::new).add(event));
        histories.values().forEach(ItemHistory::end);
        return histories;
    }

    /** By time: events of different items have no other order. All nodes of a run have one clock. */
    private void checkWorkers() {
        Map<String, Set<String>> open = new HashMap<>();
        events.stream()
                .filter(WorkEvent::isOfReservation)
                .sorted(Comparator.comparing(WorkEvent::time)
                        .thenComparingInt(event -> ENDS.contains(event.type()) ? 0 : 1))
                .forEach(event -> {
                    Set<String> his = open.computeIfAbsent(event.worker(), _ -> new HashSet<>());
                    if (ENDS.contains(event.type())) {
                        his.remove(event.reservation());
                    } else if (his.add(event.reservation()) && his.size() > capacity) {
                        find("%s had %s at once".formatted(event.worker(), his));
                    }
                });
    }

    private void checkWhatWasTold() {
        Map<String, WorkEvent> created = byReservation("reservation.created");
        Map<String, WorkEvent> accepted = byReservation("reservation.accepted");
        Map<String, WorkEvent> completed = byReservation("reservation.completed");
        log.of(Kind.OFFERED).forEach(told -> compare(told, created, "was offered"));
        log.of(Kind.ACCEPTED).forEach(told -> compare(told, accepted, "was told that he accepted"));
        Set<String> items = completed.values().stream().map(WorkEvent::item).collect(Collectors.toSet());
        log.of(Kind.COMPLETED)
                .filter(told -> !items.contains(told.item()))
                .forEach(told -> find(
                        "%s was told that he completed %s, and did not".formatted(told.worker(), told.item())));
    }

    private void compare(Entry told, Map<String, WorkEvent> events, String what) {
        WorkEvent event = events.get(told.reservation());
        if (event == null || !event.worker().equals(told.worker()) || !event.item().equals(told.item())) {
            find("%s %s %s for %s, but that is not what was written: %s".formatted(told.worker(), what,
                    told.reservation(),
                    told.item(), event));
        }
    }

    private Map<String, WorkEvent> byReservation(String type) {
        return events.stream()
                .filter(event -> event.type().equals(type))
                .collect(Collectors.toMap(WorkEvent::reservation, event -> event, (one, _) -> one));
    }

    private void find(String finding) {
        findings.add(finding);
    }
}
