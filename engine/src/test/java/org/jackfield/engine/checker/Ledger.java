package org.jackfield.engine.checker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the checker judges: everything that the tables say after the dust has settled, and what clients were told. Plain
 * words and numbers; nothing of the product's own types, so that the checker cannot share its errors.
 */
public record Ledger(List<Fact> facts, Rows rows, Told told) {

    /** A published event. */
    public record Fact(String account, String key, long seq, long position, String type, Map<String, ?> data) {
        public Fact {
            data = Map.copyOf(data);
        }

        /** A text of the data, empty when there is none. */
        String text(String name) {
            Object value = data.get(name);
            return value == null ? "" : value.toString();
        }
    }

    /** The rows of the tables. */
    public record Rows(List<Leg> legs, List<Item> items, List<Reservation> reservations, List<Order> orders,
            List<Tape> tapes, List<Instance> instances, Set<String> livingNodes) {}

    /** A call, by its leg; {@code node} is {@code name:incarnation}. */
    public record Leg(String account, String id, Optional<String> parent, String from, String status, String node) {
        boolean isOpen() {
            return Set.of("queued", "ringing", "in-progress").contains(status);
        }
    }

    /** A work item. */
    public record Item(String account, String id, String subject, String state) {
        boolean isOpen() {
            return !Set.of("completed", "canceled").contains(state);
        }
    }

    /** A reservation. */
    public record Reservation(String id, String item, String worker, String medium, String state) {
        boolean isOpen() {
            return Set.of("pending", "accepted", "wrapping").contains(state);
        }
    }

    /** An instruction. */
    public record Order(String id, String call, boolean open) {}

    /** A recording. */
    public record Tape(String id, String call, String status) {}

    /** A process instance that runs. */
    public record Instance(String id, String businessKey) {}

    /**
     * What clients hold us to.
     *
     * @param answeredCallers addresses of callers who got a 200 to their INVITE
     * @param acknowledgedItems work items that somebody was given the id of
     */
    public record Told(Set<String> answeredCallers, Set<String> acknowledgedItems) {
        public static final Told NOTHING = new Told(Set.of(), Set.of());
    }
}
