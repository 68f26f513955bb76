package org.jackfield.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.unit.Decision;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.Facts;
import org.jackfield.engine.work.expression.Scope;
import org.jackfield.engine.work.match.Candidate;
import org.jackfield.engine.work.match.Matcher;
import org.jackfield.engine.work.match.QueueRule;
import org.jackfield.engine.work.match.Seeker;
import org.jackfield.engine.work.match.Wish;
import org.jackfield.engine.work.policy.Route;
import org.jackfield.engine.work.policy.RouteState;
import org.jackfield.engine.work.policy.Target;

/**
 * The product's parts put together in memory: decider and state tables over rows in maps, routes, matcher, and a wheel of
 * timers. Can be told to do one thing wrong.
 */
final class MatchedCenter {

    private static final WorkSettings SETTINGS = new WorkSettings(NaiveCenter.RING, NaiveCenter.WRAP_UP,
            NaiveCenter.PAUSE, NaiveCenter.PAUSE, Duration.ZERO, Duration.ofDays(14), Integer.MAX_VALUE);

    /** What is remembered of an item beside its row. */
    private static final class Way {
        final MadeUp.Plan plan;
        final boolean ignoresCapacity;
        final Map<String, Instant> declined = new HashMap<>();
        Route route = Route.ARRIVED;
        Wish wish = Wish.inQueue("", "");

        Way(MadeUp.Plan plan, boolean ignoresCapacity) {
            this.plan = plan;
            this.ignoresCapacity = ignoresCapacity;
        }
    }

    private final Fault fault;
    private final WorkItemDecider decider = new WorkItemDecider(SETTINGS);
    private final Matcher matcher = new Matcher();
    private final Alarms alarms;
    private final Map<String, WorkItem> items = new HashMap<>();
    private final Map<String, Way> ways = new HashMap<>();
    private final Map<String, Worker> workers = new HashMap<>();
    private final Map<String, Map<String, Reservation>> openByItem = new HashMap<>();
    private final Map<String, Map<String, Reservation>> openByWorker = new HashMap<>();
    private final Map<String, Queue> queues = new HashMap<>();
    private Instant now;
    private int ids;

    MatchedCenter(MadeUp center, Fault fault, Instant now) {
        this.fault = fault;
        this.now = now;
        this.alarms = new Alarms(now);
        queues.put("", new Queue(WorkBench.ACCOUNT, "WS", "", "", "", QueueRule.Order.FIFO, 1, Optional.empty(),
                Optional.empty()));
        for (MadeUp.Line line : center.lines()) {
            queues.put(line.id(), new Queue(WorkBench.ACCOUNT, "WS", line.id(), line.id(), line.text(),
                    QueueRule.Order.FIFO, line.maxReserved(), Optional.empty(), Optional.empty()));
            boolean last = line.lifo() && fault != Fault.LAST_IN_SERVED_LAST;
            matcher.put(new QueueRule(line.id(),
                    line.text().isEmpty() ? Optional.empty() : Optional.of(Expression.parse(line.text(), Scope.WORKER)),
                    last ? QueueRule.Order.LIFO : QueueRule.Order.FIFO,
                    line.maxReserved() + (fault == Fault.ONE_OFFER_TOO_MANY ? 1 : 0)));
        }
    }

    /** Tells what falls due until then; the clock stands there afterwards. */
    Set<String> advance(Instant to) {
        now = to;
        return alarms.advance(to);
    }

    Optional<String> bestWorker(String item) {
        return matcher.bestWorker(item);
    }

    Optional<String> bestItem(String worker) {
        return matcher.bestItem(worker);
    }

    void put(Worker worker) {
        workers.put(worker.id(), worker);
        indexWorker(worker.id());
    }

    Worker worker(String id) {
        return Optional.ofNullable(workers.get(id)).orElseThrow();
    }

    void activity(String id, String activity) {
        workers.put(id, worker(id).withActivity(activity, now));
        alarms.forget("pause " + id);
        indexWorker(id);
    }

    /** Skills and languages of a worker who stays as he is otherwise. */
    void attributes(String id, Map<String, Object> attributes) {
        Worker old = worker(id);
        Worker changed = new Worker(old.account(), old.workspaceId(), old.id(), old.name(), old.activityId(),
                attributes, old.capacities(), old.closedMedia(), old.statusChanged(), old.idleSince(),
                old.pausedUntil(), old.version() + 1);
        workers.put(id, changed);
        if (fault != Fault.SKILLS_STALE) {
            indexWorker(id);
        }
    }

    void add(WorkItem item, MadeUp.Plan plan, boolean ignoresCapacity) {
        items.put(item.id(), item);
        ways.put(item.id(), new Way(plan, ignoresCapacity));
        alarms.set("life " + item.id(), item.origin().waitsUntil());
    }

    /** Enters the first target; false when there is none: the item is cancelled. */
    boolean enterFirst(String item) {
        Way way = way(item);
        way.route = way.route.enter(way.plan.policy(), facts(item));
        return entered(item, way);
    }

    boolean enterNext(String item) {
        Way way = way(item);
        way.route = way.route.timedOut(way.plan.policy());
        return entered(item, way);
    }

    void offeredAtOnce(String item) {
        way(item).route = way(item).route.offered();
    }

    /** Whether the target was skipped because nobody was there; then the next one is entered, or the item is over. */
    boolean foundNobody(String item) {
        Way way = way(item);
        Facts facts = facts(item).withWorkers(matcher.counts(way.wish.queueId()));
        way.route = fault == Fault.SKIP_IGNORED
                ? way.route.offered()
                : way.route.foundNobody(way.plan.policy(), facts);
        boolean skipped = way.route.state() != RouteState.WAITING;
        if (skipped) {
            entered(item, way);
        }
        return skipped;
    }

    void offer(String item, String worker, boolean told) {
        matcher.offer(item, worker);
        WorkView view = view(item, Optional.empty());
        apply(decider.reserve(view, worker(worker), "WR" + ids++, now), told);
        alarms.set("ring " + item + " " + worker, now.plus(NaiveCenter.RING));
    }

    void accept(String item, String worker) {
        apply(decider.accept(view(item, Optional.of(worker)), now), true);
        forgetAlarms(item);
    }

    void reject(String item, String worker) {
        declined(item, worker);
        alarms.forget("pause " + worker);
        apply(decider.reject(view(item, Optional.of(worker)), "busy", now), true);
    }

    void timeOut(String item, String worker) {
        declined(item, worker);
        apply(decider.timeOut(view(item, Optional.of(worker)), now), true);
        alarms.set("pause " + worker, now.plus(NaiveCenter.PAUSE));
    }

    void cancel(String item, String why) {
        apply(decider.cancel(view(item, anyRinging(item)), why, now), true);
        forgetAlarms(item);
    }

    void expire(String item) {
        apply(decider.expire(view(item, Optional.empty()), now), true);
        forgetAlarms(item);
    }

    void wrapUp(String item) {
        apply(decider.wrapUp(view(item, holder(item)), "over", now), true);
        alarms.set("wrap " + item, now.plus(NaiveCenter.WRAP_UP));
    }

    void complete(String item) {
        holder(item).ifPresent(worker -> alarms.forget("pause " + worker));
        apply(decider.complete(view(item, holder(item)), "done", now), true);
        forgetAlarms(item);
    }

    /** A pause ended: of the worker, or of one who declined the item. */
    void refresh(String id) {
        if (workers.containsKey(id)) {
            indexWorker(id);
        } else {
            indexItem(id);
        }
    }

    Map<String, String> picture() {
        Map<String, String> picture = new HashMap<>();
        items.values().stream().filter(item -> !WorkItemState.TABLE.isFinal(item.state())).forEach(item -> {
            Route route = way(item.id()).route;
            Set<String> ringing = new HashSet<>();
            ofItem(item.id()).values()
                    .stream()
                    .filter(reservation -> reservation.state() == ReservationState.PENDING)
                    .forEach(reservation -> ringing.add(reservation.workerId()));
            picture.put(item.id(), item.state() + " " + item.place().priority() + " " + route.filter().orElse(-1)
                    + "/" + route.position() + " " + ringing);
        });
        return picture;
    }

    private boolean entered(String itemId, Way way) {
        Optional<Target> target = way.route.target(way.plan.policy());
        if (target.isEmpty()) {
            cancel(itemId, Route.USED_UP);
            return false;
        }
        WorkItem item = item(itemId);
        Target to = target.get();
        int priority = fault == Fault.PRIORITY_OF_TARGET_IGNORED
                ? item.place().priority()
                : to.priority().orElse(item.place().priority());
        items.put(itemId, item.moved(WorkItem.Place.in(to.queueId(), priority, now), item.standing()));
        boolean ignores = fault == Fault.CAPACITY_ALWAYS_IGNORED
                || (way.ignoresCapacity && fault != Fault.CAPACITY_NEVER_IGNORED);
        Wish meant = Wish.of(to, facts(itemId), item.origin().medium(), ignores);
        way.wish = new Wish(meant.queueId(), meant.medium(),
                fault == Fault.CONDITION_OF_TARGET_IGNORED ? Optional.empty() : meant.workers(),
                fault == Fault.ORDER_OF_TARGET_IGNORED ? Optional.empty() : meant.ordering(),
                fault == Fault.KNOWN_WORKER_IGNORED ? Optional.empty() : meant.knownWorker(), ignores);
        alarms.forget("step " + itemId);
        Duration late = fault == Fault.STEP_ENDS_LATE ? Duration.ofSeconds(1) : Duration.ZERO;
        to.timeout().ifPresent(time -> alarms.set("step " + itemId, now.plus(time).plus(late)));
        indexItem(itemId);
        return true;
    }

    private void declined(String item, String worker) {
        way(item).declined.put(worker, now.plus(NaiveCenter.PAUSE));
        alarms.forget("ring " + item + " " + worker);
        alarms.set("again " + item + " " + worker, now.plus(NaiveCenter.PAUSE));
    }

    private void apply(Decision<WorkChange, WorkEffect> decision, boolean told) {
        if (!(decision instanceof Decision.Accepted<WorkChange, WorkEffect> accepted)) {
            throw new AssertionError(decision);
        }
        accepted.changes().forEach(this::write);
        for (WorkEffect effect : accepted.effects()) {
            if (told && effect instanceof WorkEffect.Changed(WorkSignals.Signal signal)) {
                refresh(signal.id());
            }
        }
    }

    private void write(WorkChange change) {
        switch (change) {
            case WorkChange.ItemMoved(WorkItem item, WorkItem _) -> items.put(item.id(), item);
            case WorkChange.WorkerMoved(Worker worker) -> workers.put(worker.id(), worker);
            case WorkChange.ReservationAdded(Reservation added) -> write(added);
            case WorkChange.ReservationMoved(Reservation after, ReservationState _) -> write(after);
            case WorkChange.ReservationAmended(Reservation after) -> write(after);
            case WorkChange.ItemAmended(WorkItem item) -> items.put(item.id(), item);
            case WorkChange.ItemAdded _,WorkChange.FlowTold _,WorkChange.ActivityBegun _ -> {
            }
        }
    }

    private void write(Reservation reservation) {
        for (Map<String, Reservation> open : List.of(ofItem(reservation.workItemId()),
                ofWorker(reservation.workerId()))) {
            if (reservation.state().isOpen()) {
                open.put(reservation.id(), reservation);
            } else {
                open.remove(reservation.id());
            }
        }
    }

    private WorkView view(String itemId, Optional<String> workerId) {
        WorkItem item = item(itemId);
        List<Reservation> open = new ArrayList<>(ofItem(itemId).values());
        Optional<Reservation> mine = open.stream()
                .filter(one -> workerId.filter(one.workerId()::equals).isPresent())
                .findFirst();
        mine.ifPresent(open::remove);
        return new WorkView(item, mine, workerId.map(this::worker), open,
                Optional.ofNullable(queues.get(item.place().queueId())).orElseThrow(), Optional.empty(),
                Optional.empty());
    }

    private Optional<String> anyRinging(String item) {
        return ofItem(item).values().stream().map(Reservation::workerId).findFirst();
    }

    private Optional<String> holder(String item) {
        return anyRinging(item);
    }

    private void indexItem(String id) {
        WorkItem item = item(id);
        if (item.state() != WorkItemState.PENDING && item.state() != WorkItemState.RESERVED) {
            matcher.removeItem(id);
            return;
        }
        Way way = way(id);
        Set<String> excluded = new HashSet<>();
        ofItem(id).values().forEach(reservation -> excluded.add(reservation.workerId()));
        if (fault != Fault.DECLINED_ASKED_AGAIN) {
            way.declined.forEach((worker, until) -> {
                if (now.isBefore(until)) {
                    excluded.add(worker);
                }
            });
        }
        int priority = fault == Fault.PRIORITY_IGNORED ? 0 : item.place().priority();
        Instant start = fault == Fault.VIRTUAL_START_IGNORED ? item.origin().created() : item.origin().virtualStart();
        matcher.put(new Seeker(id, way.wish, new Seeker.Turn(priority, start), ofItem(id).size(), excluded));
    }

    private void indexWorker(String id) {
        Worker worker = worker(id);
        Map<String, Integer> open = new HashMap<>();
        ofWorker(id).values()
                .stream()
                .filter(this::takesCapacity)
                .forEach(one -> open.merge(one.medium(), 1, Integer::sum));
        if (fault == Fault.MEDIA_SHARE_CAPACITY) {
            int all = open.values().stream().mapToInt(Integer::intValue).sum();
            MadeUp.MEDIA.forEach(medium -> open.put(medium, all));
        }
        Map<String, Integer> capacities = new LinkedHashMap<>(worker.capacities());
        if (fault == Fault.ONE_ABOVE_CAPACITY) {
            capacities.replaceAll((_, capacity) -> capacity + 1);
        }
        Map<String, Object> facts = new HashMap<>(worker.attributes());
        facts.put("friendly_name", worker.name());
        boolean pauses = fault != Fault.PAUSE_IGNORED && worker.pausedUntil().filter(now::isBefore).isPresent();
        matcher.put(new Candidate(id, facts, new Candidate.Standing(worker.activityId(),
                worker.activityId().equals("on"), pauses, idleSince(worker)), capacities, open));
    }

    private Instant idleSince(Worker worker) {
        return switch (fault) {
            case IDLE_TIME_KEPT -> worker.statusChanged();
            case SHORTEST_IDLE_FIRST -> Instant.ofEpochMilli(-worker.idleSince().toEpochMilli());
            default -> worker.idleSince();
        };
    }

    private boolean takesCapacity(Reservation reservation) {
        return switch (reservation.state()) {
            case PENDING -> fault != Fault.OFFERS_TAKE_NO_CAPACITY;
            case WRAPPING -> fault != Fault.WRAP_UP_TAKES_NO_CAPACITY;
            default -> true;
        };
    }

    private Facts facts(String item) {
        return Facts.ofItem(item(item).origin().attributes(), now);
    }

    private WorkItem item(String id) {
        return Optional.ofNullable(items.get(id)).orElseThrow();
    }

    private Way way(String id) {
        return Optional.ofNullable(ways.get(id)).orElseThrow();
    }

    private Map<String, Reservation> ofItem(String id) {
        return openByItem.computeIfAbsent(id, _ -> new LinkedHashMap<>());
    }

    private Map<String, Reservation> ofWorker(String id) {
        return openByWorker.computeIfAbsent(id, _ -> new LinkedHashMap<>());
    }

    /** Of an item that is over all of them, otherwise those of its offers. */
    private void forgetAlarms(String item) {
        boolean over = WorkItemState.TABLE.isFinal(item(item).state());
        alarms.forgetAll(key -> key.contains(" " + item) && (over || key.startsWith("ring ")));
    }
}
