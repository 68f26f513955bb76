package org.jackfield.engine.work.match;

import java.util.Comparator;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jackfield.engine.work.expression.Facts;
import org.jackfield.engine.work.expression.Ordering;
import org.jspecify.annotations.Nullable;

/**
 * The items of one pool that come over one medium and ask for workers in one order: who waits, in order of their turn, and
 * which of the pool's workers could take one now.
 */
final class Lane {

    /** What makes two items wait in the same lane of a pool. */
    record Key(String medium, boolean ignoresCapacity, String ordering) {

        static Key of(Wish wish) {
            return new Key(wish.medium(), wish.ignoresCapacity(), wish.ordering().map(Ordering::text).orElse(""));
        }
    }

    /** A worker with room, where the lane's order puts him. */
    record Place(Seat seat, long idleSince, Ordering.@Nullable Rank rank) {

        private static final Comparator<Place> ORDER = (one, other) -> {
            int byRank = one.rank == null || other.rank == null ? 0 : one.rank.compareTo(other.rank);
            int bySince = byRank == 0 ? Long.compare(one.idleSince, other.idleSince) : byRank;
            return bySince == 0 ? one.seat.id().compareTo(other.seat.id()) : bySince;
        };
    }

    private final Pool pool;
    private final Key key;
    private final Optional<Ordering> ordering;
    private final Comparator<Waiting> order;
    private final NavigableSet<Waiting> waiting;
    /** The first of them, at hand: a worker looks at the heads of all his lanes. */
    private @Nullable Waiting head;
    private final NavigableSet<Place> idle = new TreeSet<>(Place.ORDER);

    Lane(Pool pool, Wish wish) {
        this.pool = pool;
        this.key = Key.of(wish);
        this.ordering = wish.ordering();
        this.order = pool.line().order();
        this.waiting = new TreeSet<>(order);
    }

    Pool pool() {
        return pool;
    }

    String medium() {
        return key.medium();
    }

    boolean isEmpty() {
        return head == null;
    }

    void add(Waiting item) {
        waiting.add(item);
        Waiting first = head;
        if (first == null || order.compare(item, first) < 0) {
            head = item;
        }
    }

    void remove(Waiting item) {
        waiting.remove(item);
        if (item.equals(head)) {
            head = waiting.isEmpty() ? null : waiting.getFirst();
        }
    }

    boolean hasRoom(Seat seat) {
        return seat.hasRoom(key.medium(), key.ignoresCapacity());
    }

    /** The place of the worker, as he is now. */
    Place placeOf(Seat seat) {
        return new Place(seat, seat.idleSince(),
                ordering.map(order -> order.rank(Facts.ofWorker(seat.candidate().facts()))).orElse(null));
    }

    void seat(Place place) {
        idle.add(place);
    }

    void unseat(Place place) {
        idle.remove(place);
    }

    /** Whose turn it is for this worker. */
    @Nullable
    Waiting firstFor(Seat seat) {
        Waiting first = head;
        if (first == null || !first.excludes(seat.id())) {
            return first;
        }
        for (Waiting turn : waiting) {
            if (!turn.excludes(seat.id())) {
                return turn;
            }
        }
        return null;
    }

    /** Who is asked first for this item. */
    @Nullable
    Seat firstFor(Waiting item) {
        for (Place place : idle) {
            if (!item.excludes(place.seat().id())) {
                return place.seat();
            }
        }
        return null;
    }
}
