package org.jackfield.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.unit.Decision;

/**
 * A decision in the making: each step asks the transition table; the first step that it does not allow turns the whole
 * draft into a refusal. Used by one thread, once.
 */
final class WorkDraft {

    private final WorkView view;
    private final Instant now;
    private final List<WorkChange> changes = new ArrayList<>();
    private final List<NewEvent> events = new ArrayList<>();
    private final List<WorkEffect> effects = new ArrayList<>();
    private WorkItem item;
    private String refusal = "";

    WorkDraft(WorkView view, Instant now) {
        this.view = view;
        this.now = now;
        this.item = view.item();
    }

    WorkDraft item(WorkItemState.Trigger trigger, Optional<Instant> deadline, String reason) {
        Optional<WorkItemState> next = WorkItemState.TABLE.next(item.state(), trigger);
        if (next.isEmpty()) {
            return refuse("work item " + item.id() + " is " + item.state().word());
        }
        WorkItem.Standing before = item.standing();
        return moveItem(new WorkItem.Standing(next.get(), deadline, reservationAfter(trigger), before.offers(), reason,
                now, keepsPlace(next.get(), reason)));
    }

    WorkDraft reserve(Reservation reservation) {
        changes.add(new WorkChange.ReservationAdded(reservation));
        events.add(WorkEvents.reservation(item, reservation, "created", ""));
        Optional<WorkItemState> next = WorkItemState.TABLE.next(item.state(), WorkItemState.Trigger.RESERVE);
        if (next.isEmpty()) {
            return refuse("work item " + item.id() + " is " + item.state().word());
        }
        Optional<Instant> earlier = item.standing()
                .deadline()
                .filter(deadline -> item.state() == WorkItemState.RESERVED && deadline.isBefore(reservation.expires()));
        return moveItem(item.place().offered(),
                new WorkItem.Standing(next.get(), earlier.or(() -> Optional.of(reservation.expires())),
                        Optional.of(reservation.id()), item.standing().offers() + 1, "", now, false));
    }

    /** It waits elsewhere from now on, or goes on waiting where it is, as its policy says. */
    WorkDraft place(WorkItem.Place place) {
        Optional<WorkItemState> next = WorkItemState.TABLE.next(item.state(), WorkItemState.Trigger.REROUTE);
        if (next.isEmpty()) {
            return refuse("work item " + item.id() + " is " + item.state().word());
        }
        boolean moves = !place.isSameTargetAs(item.place());
        WorkItem.Standing before = item.standing();
        Instant until = item.moved(place, before).waitsHereUntil();
        moveItem(place, new WorkItem.Standing(next.get(), Optional.of(until), before.reservationId(), before.offers(),
                "", now, false));
        if (moves) {
            events.add(WorkEvents.rerouted(item));
        }
        return this;
    }

    WorkDraft reservation(ReservationState.Trigger trigger, String event, String reason) {
        Optional<ReservationState> next = view.reservation()
                .flatMap(current -> ReservationState.TABLE.next(current.state(), trigger));
        if (next.isEmpty()) {
            return refuse("the reservation does not allow " + trigger);
        }
        Reservation before = view.reservation().orElseThrow();
        Reservation after = before.moved(next.get(), now);
        changes.add(new WorkChange.ReservationMoved(after, before.state()));
        if (!event.isEmpty()) {
            events.add(WorkEvents.reservation(item, after, event, reason));
        }
        return changed(WorkSignals.Kind.WORKER, before.workerId());
    }

    /** The worker is rung in that manner, until then; his phone is rung again where the place differs. */
    WorkDraft rings(Reservation.Ringing ringing, Instant until) {
        Optional<Reservation> open = view.reservation().filter(one -> one.state() == ReservationState.PENDING);
        if (open.isEmpty() || view.worker().isEmpty() || item.state() != WorkItemState.RESERVED) {
            return refuse("the reservation is not pending");
        }
        Reservation after = open.get().rung(ringing, until, now);
        changes.add(new WorkChange.ReservationAmended(after));
        WorkItem.Standing before = item.standing();
        Instant ends = view.othersExpire().filter(until::isAfter).orElse(until);
        moveItem(new WorkItem.Standing(before.state(), Optional.of(ends), before.reservationId(), before.offers(),
                before.reason(), now, before.keepsPlace()));
        return offer(after, view.worker().get());
    }

    /** The same for every other open offer; their workers' phones stop ringing. */
    WorkDraft others(ReservationState.Trigger trigger, String event, String reason) {
        for (Reservation before : view.others()) {
            Optional<ReservationState> next = ReservationState.TABLE.next(before.state(), trigger);
            if (next.isEmpty()) {
                return refuse("reservation " + before.id() + " does not allow " + trigger);
            }
            Reservation after = before.moved(next.get(), now);
            changes.add(new WorkChange.ReservationMoved(after, before.state()));
            events.add(WorkEvents.reservation(item, after, event, reason));
            effects.add(new WorkEffect.Rescinded(offerOf(item, after, "")));
            changed(WorkSignals.Kind.WORKER, before.workerId());
        }
        return this;
    }

    /** The worker's idle time starts over; he is offered nothing for the pause. */
    WorkDraft workerIdle(Duration pause) {
        view.worker()
                .ifPresent(worker -> changes.add(new WorkChange.WorkerMoved(worker.idleFrom(now,
                        pause.isZero() ? Optional.empty() : Optional.of(now.plus(pause))))));
        return this;
    }

    WorkDraft workerTo(String activity) {
        view.worker().ifPresent(worker -> workerTo(worker, activity));
        return this;
    }

    WorkDraft workerTo(Worker worker, String activity) {
        Worker moved = worker.withActivity(activity, now);
        changes.add(new WorkChange.WorkerMoved(moved));
        changes.add(new WorkChange.ActivityBegun(moved));
        events.add(WorkEvents.activityChanged(moved, worker));
        return this;
    }

    /** As {@link #workerTo(Worker, String)}, unless it names none or he is in it. */
    WorkDraft workerMoves(Optional<Worker> who, Optional<String> activity) {
        who.filter(worker -> activity.filter(to -> !to.equals(worker.activityId())).isPresent())
                .ifPresent(worker -> workerTo(worker, activity.orElseThrow()));
        return this;
    }

    WorkDraft tell(WorkItemFlow.Fact fact) {
        changes.add(new WorkChange.FlowTold(item, fact));
        return this;
    }

    WorkDraft offer(Reservation reservation, Worker worker) {
        effects.add(new WorkEffect.Offered(offerOf(item, reservation, worker)));
        return changed(WorkSignals.Kind.WORKER, worker.id());
    }

    /** Stops the ringing; a worker who was deleted meanwhile is known by his reservation alone. */
    WorkDraft rescind() {
        view.reservation()
                .ifPresent(reservation -> effects.add(
                        new WorkEffect.Rescinded(offerOf(item, reservation, view.worker()
                                .map(Worker::contactUri)
                                .flatMap(uri -> uri)
                                .orElse("")))));
        return this;
    }

    WorkDraft expired() {
        effects.add(new WorkEffect.Expired(item));
        return this;
    }

    Decision<WorkChange, WorkEffect> decision() {
        if (!refusal.isEmpty()) {
            return new Decision.Rejected<>(ErrorCode.ILLEGAL_STATE, refusal);
        }
        changed(WorkSignals.Kind.ITEM, item.id());
        return new Decision.Accepted<>(changes, events, effects);
    }

    static OfferDesk.Offer offerOf(WorkItem item, Reservation reservation, Worker worker) {
        return offerOf(item, reservation, worker.contactUri().orElse(""));
    }

    private static OfferDesk.Offer offerOf(WorkItem item, Reservation reservation, String contactUri) {
        Reservation.Ringing ringing = reservation.ringing();
        return new OfferDesk.Offer(item.account(), item.workspaceId(), reservation.id(), item.id(),
                reservation.workerId(), item.origin().subject(), ringing.to().orElse(contactUri),
                item.origin().attributes(), ringing.from(), ringing.records());
    }

    /** Which one the item names afterwards: the accepted one, or of those that are left the last. */
    private Optional<String> reservationAfter(WorkItemState.Trigger trigger) {
        return switch (trigger) {
            case ACCEPT -> view.reservation().map(Reservation::id);
            case WITHDRAW -> Optional.of(view.others().getLast().id());
            default -> item.standing().reservationId();
        };
    }

    private WorkDraft moveItem(WorkItem.Standing next) {
        return moveItem(item.place(), next);
    }

    private WorkDraft moveItem(WorkItem.Place place, WorkItem.Standing next) {
        boolean tellsNothing = next.state() == WorkItemState.PENDING || next.state() == item.state();
        WorkItem before = item;
        item = before.moved(place, next);
        changes.add(new WorkChange.ItemMoved(item, before));
        if (!tellsNothing) {
            events.add(WorkEvents.moved(item));
        }
        return this;
    }

    private static boolean keepsPlace(WorkItemState next, String reason) {
        return next == WorkItemState.CANCELED && reason.equals(WorkDistribution.NODE_LOST);
    }

    private WorkDraft changed(WorkSignals.Kind kind, String id) {
        effects.add(new WorkEffect.Changed(new WorkSignals.Signal(item.account(), item.workspaceId(), kind, id)));
        return this;
    }

    private WorkDraft refuse(String why) {
        refusal = refusal.isEmpty() ? why : refusal;
        return this;
    }
}
