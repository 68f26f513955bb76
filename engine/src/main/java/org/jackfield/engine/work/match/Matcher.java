package org.jackfield.engine.work.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The waiting items and the workers of one workspace, ordered so that the next pair is found without looking at all of them:
 * O(log n) for an item, O(k log n) for a worker who is in k pools. Holds what it was told; whoever assigns checks again. Used
 * by one thread at a time.
 *
 * <p>
 * Whose turn it is: among the items of a queue the higher priority first, then the order of the queue, then the lesser id;
 * among the first of several queues the higher priority, then the kind of queue that comes first (if one does), then the earlier
 * start, then the lesser id. Who is asked: as the item's
 * target orders workers, then the longest idle, then the lesser id.
 */
public final class Matcher {

    private final Map<String, Line> lines = new LinkedHashMap<>();
    /** Of the lines that are complete; beside them, because any thread may ask. */
    private final Map<String, Pool.Counts> staff = new ConcurrentHashMap<>();
    private final Map<String, Seat> seats = new HashMap<>();
    private final Map<String, Waiting> items = new HashMap<>();
    private final Map<String, Set<Seat>> named = new HashMap<>();
    /** Who is not in the lanes yet: a worker who takes the next item at once never gets there. */
    private final List<Seat> unsettled = new ArrayList<>();
    /** The queues whose own rule asks how much work a worker has. */
    private final Set<Line> readingLoad = new LinkedHashSet<>();
    private int takingWork;
    private Optional<QueueRule.Order> preferred = Optional.empty();

    /** Queues of that order come first for workers who serve both kinds, priorities being equal. */
    public void prefer(QueueRule.Order order) {
        preferred = Optional.of(order);
    }

    /** A new or changed queue: works out anew who serves it. */
    public void put(QueueRule rule) {
        @Nullable
        Line old = lines.get(rule.id());
        if (old != null && old.rule().equals(rule)) {
            return;
        }
        List<Waiting> its = items.values().stream().filter(item -> item.wish().queueId().equals(rule.id())).toList();
        removeQueue(rule.id());
        Line line = new Line(rule, this::named);
        lines.put(rule.id(), line);
        if (line.everybody().readsLoad()) {
            readingLoad.add(line);
        }
        seats.values().forEach(seat -> {
            line.assess(seat);
            if (seat.pools().containsKey(line)) {
                line.counts().add(seat.candidate(), 1);
                unsettle(seat);
            }
        });
        staff.put(rule.id(), line.counts());
        its.forEach(this::enter);
    }

    /** Its items stay and wait for nobody. */
    public void removeQueue(String queueId) {
        staff.remove(queueId);
        @Nullable
        Line line = lines.remove(queueId);
        if (line != null) {
            readingLoad.remove(line);
            items.values()
                    .stream()
                    .filter(item -> item.wish().queueId().equals(queueId))
                    .forEach(Line::leave);
            List.copyOf(line.everybody().members()).forEach(line::remove);
        }
    }

    /** A worker as he is now. */
    public void put(Candidate candidate) {
        @Nullable
        Seat known = seats.get(candidate.id());
        if (known != null && known.candidate().differsInLoadOnly(candidate)) {
            takingWork += (candidate.takesWork() ? 1 : 0) - (known.candidate().takesWork() ? 1 : 0);
            known.take(candidate);
            assessLoad(known);
            unsettle(known);
        } else {
            replace(known, candidate);
        }
    }

    private void replace(@Nullable Seat known, Candidate candidate) {
        Seat seat = known == null ? new Seat(candidate) : known;
        if (known != null) {
            forget(known);
        }
        seat.take(candidate);
        seats.put(candidate.id(), seat);
        names(candidate).forEach(name -> named.computeIfAbsent(name, _ -> new LinkedHashSet<>(2)).add(seat));
        takingWork += candidate.takesWork() ? 1 : 0;
        lines.values().forEach(line -> line.assess(seat));
        seat.pools().keySet().forEach(line -> line.counts().add(candidate, 1));
        unsettle(seat);
    }

    public void removeWorker(String workerId) {
        @Nullable
        Seat seat = seats.remove(workerId);
        if (seat != null) {
            forget(seat);
            List.copyOf(seat.pools().keySet()).forEach(line -> line.remove(seat));
        }
    }

    /** A waiting item as it is now. */
    public void put(Seeker seeker) {
        removeItem(seeker.id());
        Waiting item = new Waiting(seeker);
        items.put(seeker.id(), item);
        enter(item);
    }

    public void removeItem(String itemId) {
        @Nullable
        Waiting item = items.remove(itemId);
        if (item != null) {
            Line.leave(item);
        }
    }

    /** Who is asked next for the item, or empty: nobody can be, it is being offered to as many as may be, or is not known. */
    public Optional<String> bestWorker(String itemId) {
        unsettled.forEach(Seat::settle);
        unsettled.clear();
        @Nullable
        Waiting item = items.get(itemId);
        @Nullable
        Lane lane = item == null ? null : item.lane();
        return item == null || lane == null
                ? Optional.empty()
                : Optional.ofNullable(lane.firstFor(item)).map(Seat::id);
    }

    /** Whose turn it is for the worker, or empty. */
    public Optional<String> bestItem(String workerId) {
        @Nullable
        Seat seat = seats.get(workerId);
        @Nullable
        Waiting best = null;
        if (seat != null && seat.candidate().takesWork()) {
            for (List<Pool> pools : seat.pools().values()) {
                @Nullable
                Waiting head = head(pools, seat);
                if (head != null && (best == null || isBefore(head, best))) {
                    best = head;
                }
            }
        }
        return Optional.ofNullable(best).map(Waiting::id);
    }

    /** The item is offered to the worker now: he has one more, and is not asked for it again. */
    public void offer(String itemId, String workerId) {
        @Nullable
        Waiting item = items.get(itemId);
        @Nullable
        Seat seat = seats.get(workerId);
        if (item == null || seat == null) {
            return;
        }
        item.offerTo(workerId);
        @Nullable
        Lane lane = item.lane();
        if (lane != null && !wantsMore(item, lane.pool().line())) {
            Line.leave(item);
        }
        seat.begin(item.wish().medium());
        if (seat.isSettled()) {
            seat.leaveWhereFull();
        }
        assessLoad(seat);
    }

    /** All workers, the longest idle first; for what was just filled only. */
    public List<String> workersByIdleTime() {
        return seats.values()
                .stream()
                .sorted(Comparator.comparingLong(Seat::idleSince).thenComparing(Seat::id))
                .map(Seat::id)
                .toList();
    }

    /** How many workers are offered one item of the queue at once; 0 when there is no such queue. */
    public int reach(String queueId) {
        return Optional.ofNullable(lines.get(queueId)).map(line -> line.rule().maxReserved()).orElse(0);
    }

    /**
     * How many of the queue's workers are {@code available}, {@code unavailable}, and in each activity by its id. May be asked
     * by any thread.
     */
    public Map<String, Integer> counts(String queueId) {
        return Optional.ofNullable(staff.get(queueId)).map(Pool.Counts::byName).orElse(Map.of());
    }

    /** The ids of the queue's workers. */
    public Set<String> workers(String queueId) {
        return Optional.ofNullable(lines.get(queueId))
                .map(line -> line.everybody().members().stream().map(Seat::id).collect(Collectors.toUnmodifiableSet()))
                .orElse(Set.of());
    }

    /** How many workers take work, busy or not. */
    public int takingWork() {
        return takingWork;
    }

    private void enter(Waiting item) {
        @Nullable
        Line line = lines.get(item.wish().queueId());
        if (line != null && wantsMore(item, line)) {
            line.enter(item);
        }
    }

    private boolean isBefore(Waiting one, Waiting other) {
        if (one.priority() == other.priority() && preferred.isPresent()) {
            boolean ofFirstKind = order(one) == preferred.get();
            if (ofFirstKind != (order(other) == preferred.get())) {
                return ofFirstKind;
            }
        }
        return Waiting.FIFO.compare(one, other) < 0;
    }

    private static QueueRule.@Nullable Order order(Waiting item) {
        @Nullable
        Lane lane = item.lane();
        return lane == null ? null : lane.pool().line().rule().order();
    }

    private static boolean wantsMore(Waiting item, Line line) {
        return item.offers() < line.rule().maxReserved();
    }

    private static @Nullable Waiting head(List<Pool> pools, Seat seat) {
        @Nullable
        Waiting first = null;
        for (Pool pool : pools) {
            if (pool.items() > 0) {
                for (Lane lane : pool.lanes()) {
                    @Nullable
                    Waiting head = lane.isEmpty() || !lane.hasRoom(seat) ? null : lane.firstFor(seat);
                    if (head != null && (first == null || pool.line().order().compare(head, first) < 0)) {
                        first = head;
                    }
                }
            }
        }
        return first;
    }

    private void unsettle(Seat seat) {
        seat.unsettle();
        if (seat.expect()) {
            unsettled.add(seat);
        }
    }

    /** What was true of the worker before is no longer counted. */
    private void forget(Seat seat) {
        Candidate before = seat.candidate();
        takingWork -= before.takesWork() ? 1 : 0;
        seat.pools().keySet().forEach(line -> line.counts().add(before, -1));
        seat.unsettle();
        names(before).forEach(name -> named.computeIfPresent(name, (_, same) -> {
            same.remove(seat);
            return same.isEmpty() ? null : same;
        }));
    }

    /** Puts him into the pools, and out of those, whose condition asks how much work he has. */
    private void assessLoad(Seat seat) {
        for (Line line : readingLoad) {
            boolean served = seat.pools().containsKey(line);
            line.assess(seat);
            boolean serves = seat.pools().containsKey(line);
            if (served != serves) {
                line.counts().add(seat.candidate(), serves ? 1 : -1);
            }
        }
        for (Line line : seat.pools().keySet()) {
            if (line.readsLoad()) {
                line.assessLoad(seat);
            }
        }
    }

    private Collection<Seat> named(String name) {
        return named.getOrDefault(name, Set.of());
    }

    private static Set<String> names(Candidate candidate) {
        String id = Pool.folded(candidate.id());
        String name = Pool.folded(candidate.name());
        return name.isEmpty() || name.equals(id) ? Set.of(id) : Set.of(id, name);
    }
}
