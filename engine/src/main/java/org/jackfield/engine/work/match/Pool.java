package org.jackfield.engine.work.match;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.Scope;

/** The workers of a queue who fulfil one condition (all of them, or one known worker), kept as a set; and its lanes. */
final class Pool {

    /** The member of a worker's facts that changes with each of his items. */
    static final String LOAD = "channel";

    private final Line line;
    private final String key;
    private final Optional<Expression> condition;
    private final Optional<String> knownWorker;
    private final boolean readsLoad;
    private final Set<Seat> members = new LinkedHashSet<>();
    private final Map<Lane.Key, Lane> lanes = new LinkedHashMap<>();
    private int items;

    private Pool(Line line, String key, Optional<Expression> condition, Optional<String> knownWorker) {
        this.line = line;
        this.key = key;
        this.condition = condition;
        this.knownWorker = knownWorker;
        this.readsLoad = condition.filter(Pool::readsLoad).isPresent();
    }

    static Pool everybody(Line line) {
        return new Pool(line, "", line.rule().workers(), Optional.empty());
    }

    static Pool of(Line line, Wish wish) {
        return new Pool(line, key(wish), wish.workers(), wish.knownWorker().map(Pool::folded));
    }

    /** Equal for wishes that the same workers fulfil; empty for everybody in the queue. */
    static String key(Wish wish) {
        String condition = wish.workers().map(Expression::text).orElse("");
        return wish.knownWorker().map(name -> folded(name) + '\n' + condition).orElse(condition);
    }

    static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    Line line() {
        return line;
    }

    String key() {
        return key;
    }

    Optional<String> knownWorker() {
        return knownWorker;
    }

    boolean readsLoad() {
        return readsLoad;
    }

    Set<Seat> members() {
        return members;
    }

    Iterable<Lane> lanes() {
        return lanes.values();
    }

    /** How many items wait in it. */
    int items() {
        return items;
    }

    void count(int more) {
        items += more;
    }

    boolean admits(Seat seat) {
        return knownWorker.filter(name -> !isNamed(seat, name)).isEmpty()
                && condition.filter(one -> !one.matches(readsLoad ? seat.factsWithLoad() : seat.facts())).isEmpty();
    }

    void add(Seat seat) {
        if (members.add(seat)) {
            seat.join(this);
        }
    }

    void remove(Seat seat) {
        if (members.remove(seat)) {
            seat.quit(this);
        }
    }

    Lane lane(Wish wish) {
        Lane.Key wanted = Lane.Key.of(wish);
        Lane known = lanes.get(wanted);
        if (known != null) {
            return known;
        }
        Lane made = new Lane(this, wish);
        lanes.put(wanted, made);
        members.stream().filter(Seat::isSettled).forEach(seat -> seat.enter(made));
        return made;
    }

    private static boolean isNamed(Seat seat, String name) {
        return folded(seat.id()).equals(name) || folded(seat.candidate().name()).equals(name);
    }

    private static boolean readsLoad(Expression condition) {
        return condition.paths()
                .anyMatch(path -> path.scope() == Scope.WORKER && !path.steps().isEmpty()
                        && LOAD.equals(path.steps().getFirst()));
    }

    /** How many workers of a queue are in which activity. Written by one thread, read by any. */
    static final class Counts {

        private final Map<String, Integer> byName = new ConcurrentHashMap<>(Map.of("available", 0, "unavailable", 0));

        void add(Candidate candidate, int more) {
            byName.merge(candidate.standing().available() ? "available" : "unavailable", more, Integer::sum);
            byName.merge(candidate.standing().activityId(), more, Integer::sum);
        }

        Map<String, Integer> byName() {
            return Map.copyOf(byName);
        }
    }
}
