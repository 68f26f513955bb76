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
import org.jackfield.engine.work.policy.Route;
import org.jackfield.engine.work.policy.RouteState;

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
    private final PolicyShelf policies;
    private final DirectRouting direct;

    public Distributor(WorkStores stores, WorkRuntime runtime, WorkNeighbours neighbours, WorkSettings settings,
            WorkspaceOwners owners) {
        this.stores = stores;
        this.runtime = runtime;
        this.neighbours = neighbours;
        this.settings = settings;
        this.views = new WorkViews(stores);
        this.decider = new WorkItemDecider(settings);
        this.writer = new WorkWriter(stores, runtime, neighbours, owners::signal);
        this.policies = new PolicyShelf(stores);
        this.direct = new DirectRouting(stores);
    }

    @Override
    public String enqueue(NewWorkItem asked) {
        refuseWhatIsOutOfRange(asked);
        Map<String, Object> attributes = AttributeMaps.checked(asked.attributes());
        return runtime.unit().run(() -> switch (asked.to()) {
            case Destination.ToQueue(String name) -> intoQueue(asked, queue(asked.account(), name), attributes);
            case Destination.ByPolicy(String name) -> byPolicy(asked, policy(asked.account(), name), attributes);
            case Destination.ToWorker to -> intoQueue(asked, direct.queue(asked.account(), to), attributes);
        });
    }

    private String intoQueue(NewWorkItem asked, Queue queue, Map<String, Object> attributes) {
        WorkItem.Place place = WorkItem.Place.in(queue.id(), asked.terms().priority(), now());
        WorkItem item = newItem(asked, queue, place, attributes);
        writer.write(decider.enqueue(item));
        return item.id();
    }

    private String byPolicy(NewWorkItem asked, PolicyDocument document, Map<String, Object> attributes) {
        Optional<WorkItem.Place> place = policies.policy(document)
                .flatMap(policy -> new Itinerary(document, policy, now()).first(attributes,
                        asked.terms().priority()));
        if (place.isEmpty()) {
            WorkItem item = turnedAway(asked, document, attributes);
            writer.write(decider.turnAway(item));
            return item.id();
        }
        Queue queue = stores.queues()
                .find(asked.account(), document.workspaceId(), place.get().queueId())
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND,
                        "no queue '" + place.get().queueId() + "'"));
        WorkItem item = newItem(asked, queue, place.get(), attributes);
        writer.write(decider.enqueue(item));
        return item.id();
    }

    private Queue queue(AccountId account, String nameOrId) {
        return stores.queues()
                .findByNameOrId(account, nameOrId)
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND, "no queue '" + nameOrId + "'"));
    }

    private PolicyDocument policy(AccountId account, String nameOrId) {
        return stores.policies()
                .findByNameOrId(account, nameOrId)
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND, "no routing policy '" + nameOrId + "'"));
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

    private WorkItem newItem(NewWorkItem asked, Queue queue, WorkItem.Place place, Map<String, Object> attributes) {
        String medium = medium(asked, queue.workspaceId());
        String id = runtime.ids().next(IdPrefix.WORK_ITEM);
        String process = neighbours.flows().start(asked.account(), id, asked.subject(), queue.name());
        WorkItem.Origin origin = origin(asked, medium, attributes, process);
        Instant start = origin.caller().isEmpty()
                ? origin.virtualStart()
                : stores.items()
                        .takePlace(asked.account(), queue.id(), origin.caller(), now().minus(settings.placeWindow()))
                        .orElse(origin.virtualStart());
        WorkItem item = new WorkItem(asked.account(), queue.workspaceId(), id, origin.startingAt(start), place,
                new WorkItem.Standing(WorkItemState.PENDING, Optional.empty(), Optional.empty(), 0, "",
                        origin.created(), false),
                0);
        return item.moved(new WorkItem.Standing(WorkItemState.PENDING, Optional.of(item.waitsHereUntil()),
                Optional.empty(), 0, "", origin.created(), false));
    }

    private WorkItem turnedAway(NewWorkItem asked, PolicyDocument document, Map<String, Object> attributes) {
        WorkItem.Origin origin = origin(asked, medium(asked, document.workspaceId()), attributes, "");
        WorkItem.Course course = new WorkItem.Course(document.id(),
                new Route(RouteState.USED_UP, Optional.empty(), 0), Optional.empty(), document.round());
        return new WorkItem(asked.account(), document.workspaceId(), runtime.ids().next(IdPrefix.WORK_ITEM), origin,
                new WorkItem.Place("", asked.terms().priority(), origin.created(), Optional.of(course)),
                new WorkItem.Standing(WorkItemState.CANCELED, Optional.empty(), Optional.empty(), 0, Route.USED_UP,
                        origin.created(), false),
                1);
    }

    private WorkItem.Origin origin(NewWorkItem asked, String medium, Map<String, Object> attributes, String process) {
        Instant now = now();
        Terms terms = asked.terms();
        return new WorkItem.Origin(medium, asked.subject(), attributes, now, terms.virtualStart().orElse(now),
                now.plus(terms.timeToLive()), terms.ignoresCapacity(), process, wantedWorker(asked.to()));
    }

    private static Optional<String> wantedWorker(Destination to) {
        return to instanceof Destination.ToWorker(String _, String worker, Optional<String> _)
                ? Optional.of(worker)
                : Optional.empty();
    }

    /** As the workspace spells it; what every workspace has is not looked up. */
    private String medium(NewWorkItem asked, String workspaceId) {
        return Medium.isNeeded(asked.medium())
                ? asked.medium()
                : stores.media()
                        .use(asked.account(), workspaceId, asked.medium())
                        .orElseThrow(() -> Checks.noMedium(asked.medium()))
                        .uniqueName();
    }

    private Instant now() {
        return runtime.clock().instant();
    }

    private void refuseWhatIsOutOfRange(NewWorkItem asked) {
        Checks.priority(asked.terms().priority());
        asked.terms().virtualStart().ifPresent(start -> Checks.start(start, now()));
        refuse(!asked.terms().timeToLive().isPositive() || asked.terms().timeToLive().compareTo(settings.maxWait()) > 0,
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
