package org.jackfield.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.unit.Decision;
import org.jackfield.engine.work.policy.Route;

/**
 * Decides what becomes of an item, its reservations and their workers. Pure: the same view and time give the same decision. Of
 * several open offers the first that is accepted takes the item, and the others are taken back.
 */
final class WorkItemDecider {

    static final String EXPIRED = "timed-out";
    static final String TOO_MANY_OFFERS = "too-many-offers";
    private static final String NO_ANSWER = "no-answer";
    private static final String WORKER_REMOVED = "worker-removed";
    static final String WORKER_LEAVES = "worker-leaves";
    private static final String TAKEN = "accepted-by-another";

    private final WorkSettings settings;

    WorkItemDecider(WorkSettings settings) {
        this.settings = settings;
    }

    Decision<WorkChange, WorkEffect> enqueue(WorkItem item) {
        return new Decision.Accepted<>(List.of(new WorkChange.ItemAdded(item)), List.of(WorkEvents.created(item)),
                List.of(changed(item)));
    }

    private static WorkEffect changed(WorkItem item) {
        return new WorkEffect.Changed(new WorkSignals.Signal(item.account(), item.workspaceId(),
                WorkSignals.Kind.ITEM, item.id()));
    }

    /** Its policy has no place for it: it is over as it comes in. */
    Decision<WorkChange, WorkEffect> turnAway(WorkItem item) {
        return new Decision.Accepted<>(List.of(new WorkChange.ItemAdded(item)),
                List.of(WorkEvents.created(item), WorkEvents.moved(item)), List.of(new WorkEffect.Expired(item)));
    }

    /** Its policy has another place for it, or lets it wait where it is. */
    Decision<WorkChange, WorkEffect> reroute(WorkView view, WorkItem.Place place, Instant now) {
        return new WorkDraft(view, now).place(place).decision();
    }

    /** It is changed from outside, in whatever state it is. */
    Decision<WorkChange, WorkEffect> amend(WorkItem item, WorkItem.Origin origin, WorkItem.Place place, Instant now) {
        WorkItem after = item.amended(origin, place, now);
        return new Decision.Accepted<>(List.of(new WorkChange.ItemAmended(after)), List.of(WorkEvents.updated(after)),
                List.of(changed(after)));
    }

    Decision<WorkChange, WorkEffect> reserve(WorkView view, Worker worker, String reservationId, Instant now) {
        WorkItem item = view.item();
        Duration timeout = view.queue()
                .reservationTimeout()
                .or(view::policyTimeout)
                .orElse(settings.reservationTimeout());
        Reservation reservation = new Reservation(item.account(), item.workspaceId(), reservationId, item.id(),
                worker.id(), item.origin().medium(), ReservationState.PENDING, now, now, now.plus(timeout));
        return new WorkDraft(view, now).reserve(reservation)
                .offer(reservation, worker)
                .workerMoves(Optional.of(worker), view.queue().moves().whenReserved())
                .decision();
    }

    Decision<WorkChange, WorkEffect> accept(WorkView view, Instant now) {
        return new WorkDraft(view, now).reservation(ReservationState.Trigger.ACCEPT, "accepted", "")
                .others(ReservationState.Trigger.RESCIND, "rescinded", TAKEN)
                .item(WorkItemState.Trigger.ACCEPT, Optional.empty(), "")
                .tell(WorkItemFlow.Fact.ACCEPTED)
                .workerMoves(view.worker(), view.queue().moves().whenAssigned())
                .decision();
    }

    Decision<WorkChange, WorkEffect> reject(WorkView view, String reason, Instant now) {
        WorkDraft draft = new WorkDraft(view, now)
                .reservation(ReservationState.Trigger.REJECT, "rejected", reason)
                .workerIdle(Duration.ZERO);
        return backToQueue(draft, view).decision();
    }

    /** The offer ran off: he stays in his activity and pauses, unless the workspace moves him. */
    Decision<WorkChange, WorkEffect> timeOut(WorkView view, Instant now) {
        WorkDraft draft = new WorkDraft(view, now)
                .reservation(ReservationState.Trigger.TIME_OUT, "timed-out", NO_ANSWER)
                .rescind();
        view.timeoutActivity().ifPresentOrElse(draft::workerTo, () -> draft.workerIdle(settings.unreachablePause()));
        return backToQueue(draft, view).decision();
    }

    /** The platform takes the offer back, because the worker is removed. */
    Decision<WorkChange, WorkEffect> rescind(WorkView view, Instant now) {
        WorkDraft draft = new WorkDraft(view, now)
                .reservation(ReservationState.Trigger.RESCIND, "rescinded", WORKER_REMOVED)
                .rescind();
        return backToQueue(draft, view).decision();
    }

    /** Declined elsewhere than at his phone, which stops ringing. */
    Decision<WorkChange, WorkEffect> decline(WorkView view, String reason, Instant now) {
        WorkDraft draft = new WorkDraft(view, now)
                .reservation(ReservationState.Trigger.REJECT, "rejected", reason)
                .workerIdle(Duration.ZERO)
                .rescind();
        return backToQueue(draft, view).decision();
    }

    Decision<WorkChange, WorkEffect> cancel(WorkView view, String reason, Instant now) {
        WorkDraft draft = new WorkDraft(view, now);
        if (view.item().state() == WorkItemState.RESERVED) {
            draft.reservation(ReservationState.Trigger.CANCEL, "canceled", reason)
                    .rescind()
                    .others(ReservationState.Trigger.CANCEL, "canceled", reason);
        }
        return draft.item(WorkItemState.Trigger.CANCEL, Optional.empty(), reason)
                .tell(WorkItemFlow.Fact.CANCELLED)
                .decision();
    }

    /** It waited as long as it may. */
    Decision<WorkChange, WorkEffect> expire(WorkView view, Instant now) {
        return expire(view, EXPIRED, now);
    }

    /** The targets of its policy are used up. */
    Decision<WorkChange, WorkEffect> useUp(WorkView view, Instant now) {
        return expire(view, Route.USED_UP, now);
    }

    private static Decision<WorkChange, WorkEffect> expire(WorkView view, String reason, Instant now) {
        return new WorkDraft(view, now).item(WorkItemState.Trigger.EXPIRE, Optional.empty(), reason)
                .tell(WorkItemFlow.Fact.CANCELLED)
                .expired()
                .decision();
    }

    Decision<WorkChange, WorkEffect> wrapUp(WorkView view, String reason, Instant now) {
        Duration wrapUp = view.queue().wrapUpTime().orElse(settings.wrapUpTime());
        return new WorkDraft(view, now).reservation(ReservationState.Trigger.WRAP_UP, "", reason)
                .item(WorkItemState.Trigger.WRAP_UP, Optional.of(now.plus(wrapUp)), reason)
                .tell(WorkItemFlow.Fact.WRAPPING)
                .decision();
    }

    /** Says how the worker who is being asked is rung, and from now on for how long. */
    Decision<WorkChange, WorkEffect> ring(WorkView view, Reservation.Ringing ringing, Optional<Duration> ringTime,
            Instant now) {
        Instant until = ringTime.map(now::plus).or(() -> view.reservation().map(Reservation::expires)).orElse(now);
        return new WorkDraft(view, now).rings(ringing, until).decision();
    }

    Decision<WorkChange, WorkEffect> complete(WorkView view, String reason, Instant now) {
        WorkDraft draft = new WorkDraft(view, now)
                .reservation(ReservationState.Trigger.COMPLETE, "completed", reason);
        Optional<String> moves = view.reservation()
                .flatMap(reservation -> reservation.ringing().postActivity())
                .filter(activity -> view.worker().filter(worker -> !worker.activityId().equals(activity)).isPresent());
        moves.ifPresentOrElse(draft::workerTo, () -> draft.workerIdle(Duration.ZERO));
        return draft.item(WorkItemState.Trigger.COMPLETE, Optional.empty(), reason)
                .tell(WorkItemFlow.Fact.COMPLETED)
                .decision();
    }

    private WorkDraft backToQueue(WorkDraft draft, WorkView view) {
        WorkItem item = view.item();
        if (!view.others().isEmpty()) {
            return draft.item(WorkItemState.Trigger.WITHDRAW, view.othersExpire(), "");
        }
        draft.item(WorkItemState.Trigger.RELEASE, Optional.of(item.waitsHereUntil()), "");
        if (item.standing().offers() < settings.maxOffers()) {
            return draft;
        }
        return draft.item(WorkItemState.Trigger.CANCEL, Optional.empty(), TOO_MANY_OFFERS)
                .tell(WorkItemFlow.Fact.CANCELLED)
                .expired();
    }
}
