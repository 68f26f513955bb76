package org.jackfield.engine.fault;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The events of one item in order, replayed by the rules as the documents state them, not by the product's tables. */
final class ItemHistory {

    private final String item;
    private final Set<String> offers = new HashSet<>();
    private final Set<String> ended = new HashSet<>();
    private final List<String> findings = new ArrayList<>();
    private boolean created;
    private boolean over;
    private String accepted = "";
    private boolean completed;

    ItemHistory(String item) {
        this.item = item;
    }

    List<String> findings() {
        return findings;
    }

    void add(WorkEvent event) {
        require(!over, event, "after its end");
        require(created || event.type().equals("work-item.created"), event, "before it was created");
        switch (event.type()) {
            case "work-item.created" -> create(event);
            case "work-item.reserved" -> require(!offers.isEmpty(), event, "without an offer");
            case "work-item.assigned" -> require(!accepted.isEmpty(), event, "without an acceptance");
            case "work-item.wrapping" -> require(!accepted.isEmpty(), event, "without an acceptance");
            case "work-item.rerouted" -> require(accepted.isEmpty() && offers.isEmpty(), event, "while it is offered");
            case "work-item.completed" -> finish(event, completed, "without a completed reservation");
            case "work-item.canceled" -> finish(event, accepted.isEmpty(), "though it was accepted");
            case "reservation.created" -> offer(event);
            case "reservation.accepted" -> accept(event);
            case "reservation.completed" -> complete(event);
            default -> withdraw(event);
        }
    }

    /** What must be true after its last event. */
    void end() {
        if (!over) {
            findings.add(item + " is not finished");
        }
        offers.forEach(offer -> findings.add(item + ": offer " + offer + " was left open"));
    }

    private void create(WorkEvent event) {
        require(!created, event, "twice");
        created = true;
    }

    private void offer(WorkEvent event) {
        require(accepted.isEmpty(), event, "after it was accepted");
        require(!ended.contains(event.reservation()) && offers.add(event.reservation()), event, "twice");
    }

    private void accept(WorkEvent event) {
        require(accepted.isEmpty(), event, "after " + accepted + " was accepted: assigned twice");
        require(offers.remove(event.reservation()), event, "without an open offer");
        accepted = event.reservation();
    }

    private void complete(WorkEvent event) {
        require(!completed && accepted.equals(event.reservation()), event, "without being accepted");
        completed = true;
        ended.add(event.reservation());
    }

    private void withdraw(WorkEvent event) {
        require(Set.of("reservation.timed-out", "reservation.rejected", "reservation.canceled", "reservation.rescinded")
                .contains(event.type()), event, "is no event of this");
        require(offers.remove(event.reservation()), event, "without an open offer");
        ended.add(event.reservation());
    }

    private void finish(WorkEvent event, boolean allowed, String problem) {
        require(allowed, event, problem);
        over = true;
    }

    private void require(boolean condition, WorkEvent event, String problem) {
        if (!condition) {
            findings.add("%s: %s %s %s".formatted(item, event.type(), event.reservation(), problem));
        }
    }
}
