package org.jackfield.app.api;

import java.util.List;

/** The types of events that exist, for {@code GET event-types}. */
final class EventTypes {

    /** A type and what happened when it is published. */
    record Type(String name, String description) {}

    static final List<Type> ALL = List.of(
            new Type("call.received", "A call came in to an assigned number."),
            new Type("call.refused", "A call was refused: unknown number, no capacity, account not active."),
            new Type("call.started", "A call was made through the API."),
            new Type("call.ringing", "A leg rings."),
            new Type("call.answered", "A leg was answered."),
            new Type("call.held", "A leg was put on hold."),
            new Type("call.resumed", "A leg was taken off hold."),
            new Type("call.redirected", "A running call goes on with another flow."),
            new Type("call.redirect-refused", "The other flow could not be started; the call goes on as it was."),
            new Type("call.completed", "An answered leg ended."),
            new Type("call.failed", "A leg ended without an answer."),
            new Type("element.entered", "A process instance entered an element of its model."),
            new Type("element.left", "A process instance left an element of its model."),
            new Type("instruction.issued", "An element told the leg what to do."),
            new Type("instruction.completed", "An instruction has its outcome."),
            new Type("work-item.created", "A work item entered its queue."),
            new Type("work-item.rerouted", "By its policy the item waits in another place."),
            new Type("work-item.updated", "The item's attributes, priority, medium or start were changed."),
            new Type("work-item.deleted", "The item was deleted."),
            new Type("work-item.reserved", "A worker is offered the item."),
            new Type("work-item.assigned", "A worker accepted the item."),
            new Type("work-item.wrapping", "The conversation ended, the worker wraps up."),
            new Type("work-item.completed", "The item is done."),
            new Type("work-item.canceled", "The item left its queue without a worker."),
            new Type("reservation.created", "A worker was reserved for an item."),
            new Type("reservation.accepted", "The worker accepted."),
            new Type("reservation.rejected", "The worker declined, was busy or unreachable."),
            new Type("reservation.timed-out", "The worker did not answer in time."),
            new Type("reservation.rescinded", "The offer was taken back."),
            new Type("reservation.canceled", "The item was cancelled during the offer."),
            new Type("reservation.completed", "The worker is done with the item."),
            new Type("worker.activity-changed", "A worker changed his activity."),
            new Type("assignment-callback.failed",
                    "An application did not answer well when it was asked about an offer."),
            new Type("event-callback.failed",
                    "The address that is told of a workspace's events fails again and again; it is tried further."),
            new Type("event-callback.dropped",
                    "Events of a workspace were not taken by the address that is told of them, and are not tried any more."),
            new Type("worker.capacity-changed", "A worker may have more or fewer items of a medium at once."),
            new Type("worker.availability-changed", "A worker takes items of a medium from now on, or none."),
            new Type("medium.created", "A workspace has another medium."),
            new Type("medium.updated", "A medium was changed."),
            new Type("medium.deleted", "A medium was deleted."),
            new Type("presence.changed",
                    "An identity can be reached from now on or no longer, or says otherwise how it is."),
            new Type("recording.completed", "A recording is complete."),
            new Type("conversation.stored", "A conversation was analysed and is kept."),
            new Type("conversation.erased", "A conversation was deleted, by somebody or because its time was over."),
            new Type("label.changed", "A label is new or defined in another way."),
            new Type("label.removed", "A label was taken away."),
            new Type("label.relabelling-completed", "All conversations have the labels as they are defined now."),
            new Type("media.port-exhausted", "No RTP port was left for a call."));

    private EventTypes() {}
}
