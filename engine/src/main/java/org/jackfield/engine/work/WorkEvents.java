package org.jackfield.engine.work;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jackfield.engine.event.NewEvent;

/** The events of work distribution. Those of an item and its reservations are in one order with those of its call. */
final class WorkEvents {

    private WorkEvents() {}

    static NewEvent created(WorkItem item) {
        return ofItem(item, "work-item.created");
    }

    /** By its policy it waits elsewhere now. */
    static NewEvent rerouted(WorkItem item) {
        return ofItem(item, "work-item.rerouted");
    }

    /** What the item became: {@code work-item.reserved} and so on. */
    static NewEvent moved(WorkItem item) {
        return ofItem(item, "work-item." + item.state().word());
    }

    static NewEvent reservation(WorkItem item, Reservation reservation, String what, String reason) {
        Map<String, Object> data = new HashMap<>(Map.of("workspace", item.workspaceId(), "workItem", item.id(),
                "queue", item.place().queueId(), "reservation", reservation.id(), "worker", reservation.workerId(),
                "state", reservation.state().word()));
        data.put("medium", item.origin().medium());
        putPolicy(data, item);
        putReason(data, reason);
        return new NewEvent(item.account(), item.eventKey(), "reservation." + what, data);
    }

    /** With how long he was in the activity before, in milliseconds. */
    static NewEvent activityChanged(Worker worker, Worker before) {
        long millis = Duration.between(before.statusChanged(), worker.statusChanged()).toMillis();
        return new NewEvent(worker.account(), worker.id(), "worker.activity-changed", Map.of("workspace",
                worker.workspaceId(), "worker", worker.id(), "activity", worker.activityId(), "before",
                before.activityId(), "beforeMs", Math.max(0, millis)));
    }

    static NewEvent mediumCreated(Medium medium) {
        return ofMedium(medium, "medium.created");
    }

    static NewEvent mediumUpdated(Medium medium) {
        return ofMedium(medium, "medium.updated");
    }

    static NewEvent mediumDeleted(Medium medium) {
        return ofMedium(medium, "medium.deleted");
    }

    private static NewEvent ofMedium(Medium medium, String type) {
        return new NewEvent(medium.account(), medium.id(), type, Map.of("workspace", medium.workspaceId(), "medium",
                medium.uniqueName(), "mediumId", medium.id()));
    }

    static NewEvent capacityChanged(Worker worker, String medium, int before) {
        return new NewEvent(worker.account(), worker.id(), "worker.capacity-changed", Map.of("workspace",
                worker.workspaceId(), "worker", worker.id(), "medium", medium, "capacity", worker.capacity(medium),
                "capacityBefore", before));
    }

    static NewEvent availabilityChanged(Worker worker, String medium) {
        return new NewEvent(worker.account(), worker.id(), "worker.availability-changed", Map.of("workspace",
                worker.workspaceId(), "worker", worker.id(), "medium", medium, "available",
                !worker.closedMedia().contains(medium)));
    }

    /** Its attributes, priority, medium or start were changed. */
    static NewEvent updated(WorkItem item) {
        return ofItem(item, "work-item.updated");
    }

    static NewEvent deleted(WorkItem item) {
        return ofItem(item, "work-item.deleted");
    }

    private static NewEvent ofItem(WorkItem item, String type) {
        Map<String, Object> data = new HashMap<>(Map.of("workspace", item.workspaceId(), "workItem", item.id(),
                "queue", item.place().queueId(), "medium", item.origin().medium(), "priority",
                item.place().priority(), "state", item.state().word()));
        item.standing().reservationId().ifPresent(id -> data.put("reservation", id));
        putPolicy(data, item);
        putReason(data, item.standing().reason());
        return new NewEvent(item.account(), item.eventKey(), type, data);
    }

    private static void putPolicy(Map<String, Object> data, WorkItem item) {
        item.place().course().ifPresent(course -> data.put("policy", course.policyId()));
    }

    private static void putReason(Map<String, Object> data, String reason) {
        if (!reason.isEmpty()) {
            data.put("reason", reason);
        }
    }
}
