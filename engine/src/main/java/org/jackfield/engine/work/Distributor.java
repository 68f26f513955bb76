package org.jackfield.engine.work;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.Decision;

/**
 * Work distribution over the stores: each call is one decision, written in the open unit of work. Who is offered what is
 * decided by the loop of the workspace's owner ({@link WorkspaceOwners}), which hears of the change after the commit.
 */
public final class Distributor implements WorkDistribution {

    private static final int LONGEST_NAME = 64;

    private final WorkStores stores;
    private final WorkRuntime runtime;
    private final WorkNeighbours neighbours;
    private final WorkSettings settings;
    private final WorkViews views;
    private final WorkItemDecider decider;
    private final WorkWriter writer;

    public Distributor(WorkStores stores, WorkRuntime runtime, WorkNeighbours neighbours, WorkSettings settings,
            WorkspaceOwners owners) {
        this.stores = stores;
        this.runtime = runtime;
        this.neighbours = neighbours;
        this.settings = settings;
        this.views = new WorkViews(stores);
        this.decider = new WorkItemDecider(settings);
        this.writer = new WorkWriter(stores, runtime, neighbours, owners::signal);
    }

    @Override
    public String enqueue(NewWorkItem asked) {
        refuseWhatIsOutOfRange(asked);
        Map<String, Object> attributes = AttributeMaps.checked(asked.attributes());
        return runtime.unit().run(() -> {
            Queue queue = stores.queues()
                    .findByNameOrId(asked.account(), asked.queue())
                    .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND, "no queue '" + asked.queue() + "'"));
            WorkItem item = newItem(asked, queue, attributes);
            writer.write(decider.enqueue(item));
            return item.id();
        });
    }

    @Override
    public Optional<String> findOpenItem(AccountId account, String subject) {
        return subject.isEmpty()
                ? Optional.empty()
                : runtime.unit().run(() -> stores.items().findOpen(account, subject).map(WorkItem::id));
    }

    @Override
    public Answer cancel(AccountId account, String workItemId, String reason) {
        return onItem(account, workItemId, (view, now) -> decider.cancel(view, reason, now));
    }

    @Override
    public Answer accept(AccountId account, String reservationId) {
        return onReservation(account, reservationId, decider::accept);
    }

    @Override
    public Answer reject(AccountId account, String reservationId, String reason) {
        return onReservation(account, reservationId, (view, now) -> decider.reject(view, reason, now));
    }

    @Override
    public Answer wrapUp(AccountId account, String workItemId, String reason) {
        return onItem(account, workItemId, (view, now) -> decider.wrapUp(view, reason, now));
    }

    @Override
    public Answer complete(AccountId account, String workItemId, String reason) {
        return onItem(account, workItemId, (view, now) -> decider.complete(view, reason, now));
    }

    private Answer onItem(AccountId account, String workItemId,
            BiFunction<WorkView, Instant, Decision<WorkChange, WorkEffect>> decide) {
        return runtime.unit().run(() -> answer(views.lock(account, workItemId), decide));
    }

    private Answer onReservation(AccountId account, String reservationId,
            BiFunction<WorkView, Instant, Decision<WorkChange, WorkEffect>> decide) {
        return runtime.unit().run(() -> answer(views.lockByReservation(account, reservationId), decide));
    }

    private Answer answer(Optional<WorkView> view,
            BiFunction<WorkView, Instant, Decision<WorkChange, WorkEffect>> decide) {
        boolean done = view.isPresent() && writer.write(decide.apply(view.get(), runtime.clock().instant()));
        return done ? Answer.DONE : Answer.TOO_LATE;
    }

    private WorkItem newItem(NewWorkItem asked, Queue queue, Map<String, Object> attributes) {
        Instant now = runtime.clock().instant();
        String id = runtime.ids().next(IdPrefix.WORK_ITEM);
        String process = neighbours.flows().start(asked.account(), id, asked.subject(), queue.name());
        Instant waitsUntil = now.plus(asked.timeToLive());
        WorkItem.Origin origin = new WorkItem.Origin(queue.id(), asked.medium(), asked.subject(), attributes,
                asked.priority(), now, now, waitsUntil, process);
        Instant start = origin.caller().isEmpty()
                ? now
                : stores.items()
                        .takePlace(asked.account(), queue.id(), origin.caller(), now.minus(settings.placeWindow()))
                        .orElse(now);
        return new WorkItem(asked.account(), queue.workspaceId(), id, origin.startingAt(start),
                new WorkItem.Standing(WorkItemState.PENDING, Optional.of(waitsUntil), Optional.empty(), 0, "", now,
                        false),
                1);
    }

    private void refuseWhatIsOutOfRange(NewWorkItem asked) {
        refuse(asked.priority() < 0, "priority is 0 or more, not " + asked.priority());
        refuse(!asked.timeToLive().isPositive() || asked.timeToLive().compareTo(settings.maxWait()) > 0,
                "the time to wait is more than nothing and at most " + settings.maxWait());
        refuse(asked.medium().isBlank() || asked.medium().length() > LONGEST_NAME,
                "a medium's name has 1 to " + LONGEST_NAME + " characters");
    }

    private static void refuse(boolean wrong, String problem) {
        if (wrong) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER, problem);
        }
    }
}
