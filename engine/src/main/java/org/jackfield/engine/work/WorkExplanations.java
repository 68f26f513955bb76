package org.jackfield.engine.work;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.presence.ContactStates;
import org.jackfield.engine.work.Unasked.Code;
import org.jackfield.engine.work.expression.Explanation;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.Facts;
import org.jackfield.engine.work.match.Wish;

/**
 * Says of each worker why he is not asked for an item now, from the rows as they are. Joins the open unit of work. Thread-safe.
 */
public final class WorkExplanations {

    private final WorkStores stores;
    private final WorkSettings settings;
    private final ContactStates contacts;
    private final InstantSource clock;
    private final Wishes wishes;

    /**
     * A worker and what keeps him from being asked; nothing when he may be. Whether he can be reached at his contact keeps
     * nobody from being asked, see the explanation of presence; it is said beside. Empty when he has no contact.
     */
    public record Answer(Worker worker, List<Unasked> reasons, Optional<ContactStates.State> contact) {}

    /** A worker who is being asked for the item now, and the reservation that says since when and until when. */
    public record Asked(Worker worker, Reservation reservation) {}

    /** What is the same for all workers; {@code asked} are the open offers by their workers. */
    private record Question(WorkItem item, Wish wish, Optional<Queue> queue, Map<String, Reservation> asked,
            Set<String> declined, boolean oneAtATime) {

        Optional<Expression> ofQueue() {
            return queue.flatMap(QueueConditions::of);
        }

        int most() {
            return queue.map(Queue::maxReserved).orElse(1);
        }
    }

    /** A worker, what he does and how much he has, by medium. */
    private record State(Worker worker, Optional<Activity> activity, Map<String, Integer> open) {}

    public WorkExplanations(WorkStores stores, WorkSettings settings, ContactStates contacts, InstantSource clock) {
        this.stores = stores;
        this.settings = settings;
        this.contacts = contacts;
        this.clock = clock;
        this.wishes = new Wishes(new PolicyShelf(stores), clock);
    }

    /** A page of the workspace's workers. */
    public List<Answer> workersFor(WorkItem item, Paging paging) {
        List<Worker> workers = stores.workers().list(item.account(), item.workspaceId(), paging);
        Map<String, Activity> activities = activities(item, workers);
        Map<String, Map<String, Integer>> open = open(item, workers);
        Map<String, ContactStates.State> reached = contacts.of(item.account(),
                workers.stream().flatMap(worker -> worker.contactUri().stream()).collect(Collectors.toSet()));
        Question question = question(item);
        return workers.stream()
                .map(worker -> new Answer(worker,
                        reasons(question, new State(worker, Optional.ofNullable(activities.get(worker.activityId())),
                                open.getOrDefault(worker.id(), Map.of()))),
                        worker.contactUri().map(uri -> reached.getOrDefault(uri, ContactStates.State.NOT_KNOWN))))
                .toList();
    }

    /** Who is being asked now, in the order in which they were. */
    public List<Asked> asked(WorkItem item) {
        List<Reservation> offers = stores.reservations().listPendingOfItem(item.account(), item.id());
        Map<String, Worker> workers = stores.workers()
                .findAll(item.account(), item.workspaceId(),
                        offers.stream().map(Reservation::workerId).collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Worker::id, Function.identity()));
        return offers.stream()
                .flatMap(offer -> Optional.ofNullable(workers.get(offer.workerId()))
                        .map(worker -> new Asked(worker, offer))
                        .stream())
                .toList();
    }

    private Question question(WorkItem item) {
        Set<String> declined = stores.reservations()
                .declinedSince(item.account(), item.id(), now().minus(settings.declinePause()))
                .stream()
                .map(Reservation::workerId)
                .collect(Collectors.toUnmodifiableSet());
        return new Question(item, wishes.of(item),
                stores.queues().find(item.account(), item.workspaceId(), item.place().queueId()),
                stores.reservations()
                        .listPendingOfItem(item.account(), item.id())
                        .stream()
                        .collect(Collectors.toMap(Reservation::workerId, Function.identity(), (one, _) -> one)),
                declined,
                stores.workspaces()
                        .find(item.account(), item.workspaceId())
                        .filter(workspace -> workspace.manner().oneAtATime())
                        .isPresent());
    }

    private Map<String, Activity> activities(WorkItem item, List<Worker> workers) {
        Set<String> ids = workers.stream().map(Worker::activityId).collect(Collectors.toSet());
        return ids.isEmpty()
                ? Map.of()
                : stores.workspaces()
                        .findActivities(item.account(), Set.of(item.workspaceId()), ids)
                        .stream()
                        .collect(Collectors.toMap(Activity::id, Function.identity()));
    }

    private Map<String, Map<String, Integer>> open(WorkItem item, List<Worker> workers) {
        Set<String> ids = workers.stream().map(Worker::id).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : stores.workers().openByMedium(item.account(), item.workspaceId(), ids);
    }

    /** What else would keep him from it does not matter while he is asked: his room is taken by this very offer. */
    private List<Unasked> reasons(Question question, State state) {
        return Optional.ofNullable(question.asked().get(state.worker().id()))
                .map(offer -> List.of(new Unasked(Code.BEING_ASKED, "until " + offer.expires())))
                .orElseGet(() -> reasonsOfUnasked(question, state));
    }

    private List<Unasked> reasonsOfUnasked(Question question, State state) {
        List<Unasked> reasons = new ArrayList<>();
        Worker worker = state.worker();
        if (!question.asked().isEmpty() && question.asked().size() >= question.most()) {
            reasons.add(new Unasked(Code.ENOUGH_ASKED,
                    question.asked().size() + " are being asked, at most " + question.most() + " at once"));
        }
        Optional<Activity> activity = state.activity();
        String name = activity.map(Activity::name).orElse("");
        if (activity.filter(Activity::available).isEmpty()) {
            reasons.add(new Unasked(Code.NOT_AVAILABLE, "the activity is '" + name + "'"));
        }
        worker.pausedUntil()
                .filter(now()::isBefore)
                .ifPresent(until -> reasons.add(new Unasked(Code.PAUSES, "until " + until)));
        room(question, state).ifPresent(reasons::add);
        Facts facts = Facts.ofItem(question.item().origin().attributes(), now())
                .withWorker(WorkerFacts.of(worker, name));
        question.ofQueue().ifPresent(condition -> unmet(Code.QUEUE_CONDITION, condition, facts, reasons));
        question.wish().workers().ifPresent(condition -> unmet(Code.TARGET_CONDITION, condition, facts, reasons));
        question.wish()
                .knownWorker()
                .filter(known -> !known.equals(worker.id()) && !known.equalsIgnoreCase(worker.name()))
                .ifPresent(known -> reasons.add(new Unasked(Code.OTHER_WORKER, "'" + known + "' is wanted")));
        if (question.declined().contains(worker.id())) {
            reasons.add(new Unasked(Code.DECLINED, "asked again " + settings.declinePause() + " after it"));
        }
        return reasons;
    }

    private static Optional<Unasked> room(Question question, State state) {
        String medium = question.item().origin().medium();
        int most = state.worker().capacity(medium);
        if (!state.worker().takes(medium)) {
            return Optional.of(new Unasked(Code.TAKES_NONE, most == 0
                    ? "the capacity for '" + medium + "' is 0"
                    : "'" + medium + "' is not available for him now"));
        }
        if (question.item().origin().ignoresCapacity()) {
            return Optional.empty();
        }
        if (question.oneAtATime() && !state.open().isEmpty()) {
            return Optional
                    .of(new Unasked(Code.NO_ROOM, "has work, and workers of the workspace have one item at a time"));
        }
        int has = state.open().getOrDefault(medium, 0);
        return has < most
                ? Optional.empty()
                : Optional.of(new Unasked(Code.NO_ROOM, "has " + has + " of " + most + " of '" + medium + "'"));
    }

    private static void unmet(Code code, Expression condition, Facts facts, List<Unasked> reasons) {
        Explanation explanation = condition.explain(facts);
        if (!explanation.holds()) {
            explanation.reasons()
                    .forEach(reason -> reasons.add(new Unasked(code,
                            "%s (position %d): %s".formatted(reason.comparison(), reason.position(), reason.seen()))));
        }
    }

    private Instant now() {
        return clock.instant();
    }
}
