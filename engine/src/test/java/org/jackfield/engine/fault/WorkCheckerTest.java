package org.jackfield.engine.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jackfield.engine.fault.ClientLog.Entry;
import org.jackfield.engine.fault.ClientLog.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Faults that a cluster could have, planted into what a sound one left behind. */
class WorkCheckerTest {

    private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

    private final Evidence evidence = new Evidence();

    /** What two workers and three items left: the second item was declined once, the third was called off. */
    private static final class Evidence {

        private final List<WorkEvent> events = new ArrayList<>();
        private final List<Entry> told = new ArrayList<>();

        Evidence() {
            told(Kind.QUEUED, "WT1", "", "");
            event("WT1", "work-item.created", "", "");
            served("WT1", "WR1", "ann");
            told(Kind.QUEUED, "WT2", "", "");
            event("WT2", "work-item.created", "", "");
            offered("WT2", "WR2", "ann");
            event("WT2", "reservation.timed-out", "WR2", "ann");
            served("WT2", "WR3", "bob");
            told(Kind.QUEUED, "WT3", "", "");
            event("WT3", "work-item.created", "", "");
            offered("WT3", "WR4", "ann");
            event("WT3", "reservation.canceled", "WR4", "ann");
            event("WT3", "work-item.canceled", "", "");
        }

        void offered(String item, String reservation, String worker) {
            event(item, "reservation.created", reservation, worker);
            event(item, "work-item.reserved", reservation, "");
            told(Kind.OFFERED, item, reservation, worker);
        }

        void served(String item, String reservation, String worker) {
            offered(item, reservation, worker);
            event(item, "reservation.accepted", reservation, worker);
            event(item, "work-item.assigned", reservation, "");
            told(Kind.ACCEPTED, item, reservation, worker);
            event(item, "reservation.completed", reservation, worker);
            event(item, "work-item.completed", reservation, "");
            told(Kind.COMPLETED, item, reservation, worker);
        }

        void event(String item, String type, String reservation, String worker) {
            long seq = 1 + events.stream().filter(event -> event.key().equals(item)).count();
            events.add(new WorkEvent(item, seq, events.size() + 1L, type, START.plusMillis(events.size()), item,
                    reservation, worker));
        }

        void told(Kind kind, String item, String reservation, String worker) {
            told.add(new Entry(kind, "n1", item, reservation, worker, START));
        }

        int at(String item, String type) {
            for (int i = 0; i < events.size(); i++) {
                if (events.get(i).item().equals(item) && events.get(i).type().equals(type)) {
                    return i;
                }
            }
            throw new IllegalArgumentException(item + " " + type);
        }

        /** Numbers are given anew, so that only what is missing or wrong can be found. */
        void renumber() {
            List<WorkEvent> before = List.copyOf(events);
            events.clear();
            for (WorkEvent event : before) {
                long seq = 1 + events.stream().filter(one -> one.key().equals(event.key())).count();
                events.add(new WorkEvent(event.key(), seq, events.size() + 1L, event.type(), event.time(),
                        event.item(), event.reservation(), event.worker()));
            }
        }

        void remove(String item, String type) {
            events.remove(at(item, type));
            renumber();
        }

        void insertAfter(String item, String type, String newType, String reservation, String worker) {
            int at = at(item, type);
            events.add(at + 1, new WorkEvent(item, 0, 0, newType, events.get(at).time(), item, reservation, worker));
            renumber();
        }

        void replace(int at, long seq, long position) {
            WorkEvent event = events.get(at);
            events.set(at, new WorkEvent(event.key(), seq, position, event.type(), event.time(), event.item(),
                    event.reservation(), event.worker()));
        }

        void forget(String item) {
            events.removeIf(event -> event.item().equals(item));
            renumber();
        }

        List<String> findings() {
            return WorkChecker.findings(events, new ClientLog(told), 1);
        }
    }

    /** A fault by its name. */
    record Planted(String name, Consumer<Evidence> plant) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Planted> faults() {
        return Stream.of(ofOrder(), ofHistories(), ofWhatWasTold())
                .flatMap(faults -> faults.entrySet().stream())
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> new Planted(entry.getKey(), entry.getValue()));
    }

    private static Map<String, Consumer<Evidence>> ofHistories() {
        return Map.<String, Consumer<Evidence>>ofEntries(
                Map.entry("an acknowledged item is lost", evidence -> evidence.forget("WT3")),
                Map.entry("an item was not created", evidence -> evidence.remove("WT1", "work-item.created")),
                Map.entry("an item was created twice",
                        evidence -> evidence.insertAfter("WT1", "work-item.created", "work-item.created", "", "")),
                Map.entry("an item is not finished", evidence -> evidence.remove("WT1", "work-item.completed")),
                Map.entry("an id was given twice", evidence -> evidence.told(Kind.QUEUED, "WT1", "", "")),
                Map.entry("an item was assigned twice", evidence -> {
                    evidence.insertAfter("WT1", "work-item.assigned", "reservation.accepted", "WR9", "bob");
                    evidence.insertAfter("WT1", "reservation.created", "reservation.created", "WR9", "bob");
                }),
                Map.entry("an offer was accepted twice",
                        evidence -> evidence.insertAfter("WT1", "reservation.accepted", "reservation.accepted", "WR1",
                                "ann")),
                Map.entry("an item was accepted without an offer",
                        evidence -> evidence.remove("WT1", "reservation.created")),
                Map.entry("an offer that had run off was accepted", evidence -> evidence.insertAfter("WT2",
                        "reservation.timed-out", "reservation.accepted", "WR2", "ann")),
                Map.entry("an offer ended twice", evidence -> evidence.insertAfter("WT2", "reservation.timed-out",
                        "reservation.rescinded", "WR2", "ann")),
                Map.entry("an item was completed without acceptance",
                        evidence -> evidence.remove("WT1", "reservation.accepted")),
                Map.entry("an item was completed twice", evidence -> evidence.insertAfter("WT1", "work-item.completed",
                        "work-item.completed", "WR1", "")),
                Map.entry("an item went on after its end", evidence -> evidence.insertAfter("WT3", "work-item.canceled",
                        "reservation.created", "WR9", "bob")),
                Map.entry("an item was called off though it was accepted",
                        evidence -> evidence.insertAfter("WT1", "work-item.assigned", "work-item.canceled", "", "")),
                Map.entry("an offer is left open", evidence -> evidence.remove("WT3", "reservation.canceled")),
                Map.entry("an item was assigned without acceptance", evidence -> evidence.insertAfter("WT1",
                        "work-item.reserved", "work-item.assigned", "WR1", "")),
                Map.entry("a worker had two items at once", evidence -> evidence.insertAfter("WT1",
                        "reservation.accepted", "reservation.created", "WR4", "ann")));
    }

    private static Map<String, Consumer<Evidence>> ofOrder() {
        return Map.<String, Consumer<Evidence>>ofEntries(
                Map.entry("a number is missing", evidence -> evidence.replace(3, 9, 4)),
                Map.entry("a number is there twice", evidence -> evidence.replace(3, 3, 4)),
                Map.entry("the stream is out of order", evidence -> evidence.replace(3, 4, 2)));
    }

    private static Map<String, Consumer<Evidence>> ofWhatWasTold() {
        return Map.<String, Consumer<Evidence>>ofEntries(
                Map.entry("an acceptance that was told is missing",
                        evidence -> evidence.told(Kind.ACCEPTED, "WT3", "WR4", "ann")),
                Map.entry("a completion that was told is missing",
                        evidence -> evidence.told(Kind.COMPLETED, "WT3", "WR4", "ann")),
                Map.entry("an offer that was told was never written",
                        evidence -> evidence.told(Kind.OFFERED, "WT3", "WR8", "ann")),
                Map.entry("an offer was told to somebody else",
                        evidence -> evidence.told(Kind.OFFERED, "WT3", "WR4", "bob")));
    }

    @Test
    void findsNothingInASoundHistory() {
        assertThat(evidence.findings()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void findsAPlantedFault(Planted fault) {
        fault.plant().accept(evidence);

        assertThat(evidence.findings()).isNotEmpty();
    }
}
