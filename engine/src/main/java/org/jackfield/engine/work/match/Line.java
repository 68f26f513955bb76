package org.jackfield.engine.work.match;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A queue in the index: the pool of everybody who serves it, the pools of those who fulfil what some items ask for beside,
 * and how many workers it has. A pool without items is kept for a while, since the next item often asks for the same.
 */
final class Line {

    private static final int MOST_SPARE = 64;

    private final QueueRule rule;
    private final Pool everybody;
    private final Map<String, Pool> pools = new HashMap<>();
    private final Map<String, List<Pool>> ofKnownWorkers = new HashMap<>();
    private final List<Pool> conditional = new ArrayList<>();
    private final Set<Pool> spare = new LinkedHashSet<>();
    private final Pool.Counts counts = new Pool.Counts();
    private final Function<String, Collection<Seat>> named;
    private int readingLoad;

    /** @param named the workers who have an id or a name, in lower case */
    Line(QueueRule rule, Function<String, Collection<Seat>> named) {
        this.rule = rule;
        this.named = named;
        this.everybody = Pool.everybody(this);
        pools.put("", everybody);
    }

    QueueRule rule() {
        return rule;
    }

    Comparator<Waiting> order() {
        return Waiting.order(rule.order());
    }

    Pool everybody() {
        return everybody;
    }

    Pool.Counts counts() {
        return counts;
    }

    /** Whether a condition, beside the queue's own, asks how much work a worker has. */
    boolean readsLoad() {
        return readingLoad > 0;
    }

    /** Puts him into the pools whose condition he fulfils, and out of the others. */
    void assess(Seat seat) {
        boolean serves = everybody.admits(seat);
        if (!serves && !seat.pools().containsKey(this)) {
            return;
        }
        if (serves) {
            everybody.add(seat);
        } else {
            everybody.remove(seat);
        }
        beside(seat).forEach(pool -> assess(pool, seat, serves));
        leaveForeign(seat);
    }

    /** The same for the pools, beside the one of everybody, whose condition asks how much work he has. */
    void assessLoad(Seat seat) {
        boolean serves = everybody.members().contains(seat);
        beside(seat).filter(Pool::readsLoad).toList().forEach(pool -> assess(pool, seat, serves));
    }

    void remove(Seat seat) {
        List<Pool> his = seat.pools().get(this);
        if (his != null) {
            List.copyOf(his).forEach(pool -> pool.remove(seat));
        }
    }

    /** Joins the pool that the item waits in, and its lane. */
    void enter(Waiting item) {
        Pool pool = pool(item.wish());
        pool.count(1);
        spare.remove(pool);
        item.enter(pool.lane(item.wish()));
    }

    static void leave(Waiting item) {
        Lane lane = item.lane();
        if (lane != null) {
            item.leave();
            Pool pool = lane.pool();
            pool.count(-1);
            pool.line().retire(pool);
        }
    }

    private Pool pool(Wish wish) {
        @Nullable
        Pool known = pools.get(Pool.key(wish));
        if (known != null) {
            return known;
        }
        Pool made = Pool.of(this, wish);
        pools.put(made.key(), made);
        made.knownWorker()
                .ifPresentOrElse(name -> ofKnownWorkers.computeIfAbsent(name, _ -> new ArrayList<>(1)).add(made),
                        () -> conditional.add(made));
        readingLoad += made.readsLoad() ? 1 : 0;
        Collection<Seat> mayBe = made.knownWorker().map(named).orElse(everybody.members());
        mayBe.stream()
                .filter(seat -> everybody.members().contains(seat) && made.admits(seat))
                .toList()
                .forEach(made::add);
        return made;
    }

    private void retire(Pool pool) {
        if (pool.items() > 0 || pool.equals(everybody)) {
            return;
        }
        spare.add(pool);
        if (spare.size() > MOST_SPARE) {
            Pool oldest = spare.iterator().next();
            spare.remove(oldest);
            forget(oldest);
        }
    }

    private void forget(Pool pool) {
        pools.remove(pool.key());
        readingLoad -= pool.readsLoad() ? 1 : 0;
        conditional.remove(pool);
        pool.knownWorker().ifPresent(name -> ofKnownWorkers.computeIfPresent(name, (_, list) -> {
            list.remove(pool);
            return list.isEmpty() ? null : list;
        }));
        List.copyOf(pool.members()).forEach(pool::remove);
    }

    private static void assess(Pool pool, Seat seat, boolean serves) {
        if (serves && pool.admits(seat)) {
            pool.add(seat);
        } else {
            pool.remove(seat);
        }
    }

    private Stream<Pool> beside(Seat seat) {
        String id = Pool.folded(seat.id());
        String name = Pool.folded(seat.candidate().name());
        List<Pool> byId = ofKnownWorkers.getOrDefault(id, List.of());
        List<Pool> byName = name.equals(id) ? List.of() : ofKnownWorkers.getOrDefault(name, List.of());
        return Stream.of(conditional, byId, byName).flatMap(List::stream);
    }

    /** A worker who got another name leaves the pools of the old one. */
    private void leaveForeign(Seat seat) {
        List<Pool> his = seat.pools().get(this);
        if (his != null) {
            his.stream()
                    .filter(pool -> pool.knownWorker().isPresent() && !pool.admits(seat))
                    .toList()
                    .forEach(pool -> pool.remove(seat));
        }
    }
}
