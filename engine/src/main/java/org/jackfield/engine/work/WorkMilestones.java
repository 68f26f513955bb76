package org.jackfield.engine.work;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.work.policy.Route;
import org.jackfield.engine.work.statistics.Milestone;
import org.jackfield.engine.work.statistics.Milestone.Kind;

/** Which milestones a decision about an item reaches. Pure: the same changes give the same milestones. */
final class WorkMilestones {

    private static final Set<String> USED_UP = Set.of(Route.USED_UP, WorkItemDecider.EXPIRED);

    private final List<Milestone> reached = new ArrayList<>();

    private WorkMilestones() {}

    static List<Milestone> of(List<WorkChange> changes) {
        WorkMilestones milestones = new WorkMilestones();
        changes.forEach(change -> milestones.look(change, changes));
        return milestones.reached;
    }

    /** The item is taken away. */
    static List<Milestone> ofDeleting(WorkItem item, Instant at) {
        WorkMilestones milestones = new WorkMilestones();
        milestones.reach(Kind.DELETED, item, at);
        return milestones.reached;
    }

    private void look(WorkChange change, List<WorkChange> changes) {
        switch (change) {
            case WorkChange.ItemAdded(WorkItem item) -> {
                reach(Kind.CREATED, item, item.origin().created());
                end(item);
            }
            case WorkChange.ItemMoved(WorkItem item, WorkItem before) -> moved(item, before);
            case WorkChange.ReservationAdded(Reservation reservation) ->
                reach(Kind.RESERVATION_CREATED, reservation, changes);
            case WorkChange.ReservationMoved(Reservation reservation, ReservationState _) ->
                reach(kind(reservation.state()), reservation, changes);
            default -> {
                // Of workers and flows nothing is counted here.
            }
        }
    }

    private void moved(WorkItem item, WorkItem before) {
        if (!item.place().queueId().equals(before.place().queueId())) {
            reach(Kind.MOVED_OUT, before, item.standing().changed());
            reach(Kind.MOVED_IN, item, item.standing().changed());
        }
        if (item.state() != before.state()) {
            end(item);
        }
    }

    private void end(WorkItem item) {
        Instant at = item.standing().changed();
        if (item.state() == WorkItemState.COMPLETED) {
            reach(Kind.COMPLETED, item, at);
        }
        if (item.state() == WorkItemState.CANCELED) {
            reach(Kind.CANCELED, item, at);
            if (USED_UP.contains(item.standing().reason())) {
                reach(Kind.USED_UP, item, at);
            }
        }
    }

    private void reach(Kind kind, WorkItem item, Instant at) {
        reached.add(new Milestone(kind, at, view(item), Optional.empty()));
    }

    private void reach(Kind kind, Reservation reservation, List<WorkChange> changes) {
        reached.add(new Milestone(kind, reservation.changed(), view(itemOf(changes)),
                Optional.of(new Milestone.Offer(reservation.id(), reservation.workerId()))));
    }

    /** A decision is about one item, and whatever becomes of a reservation moves its item. */
    private static WorkItem itemOf(List<WorkChange> changes) {
        for (WorkChange change : changes.reversed()) {
            if (change instanceof WorkChange.ItemMoved(WorkItem item, WorkItem _)) {
                return item;
            }
        }
        throw new IllegalStateException("a reservation changed and its item did not");
    }

    private static Milestone.Item view(WorkItem item) {
        WorkItem.Place place = item.place();
        return new Milestone.Item(item.account(), item.workspaceId(), item.id(), item.origin().medium(),
                new Milestone.Where(place.queueId(), place.course().map(WorkItem.Course::policyId),
                        item.origin().created(), place.entered()));
    }

    private static Kind kind(ReservationState state) {
        return switch (state) {
            case PENDING -> Kind.RESERVATION_CREATED;
            case ACCEPTED -> Kind.RESERVATION_ACCEPTED;
            case REJECTED -> Kind.RESERVATION_REJECTED;
            case TIMEOUT -> Kind.RESERVATION_TIMED_OUT;
            case CANCELED -> Kind.RESERVATION_CANCELED;
            case RESCINDED -> Kind.RESERVATION_RESCINDED;
            case WRAPPING -> Kind.RESERVATION_WRAPPING;
            case COMPLETED -> Kind.RESERVATION_COMPLETED;
        };
    }
}
