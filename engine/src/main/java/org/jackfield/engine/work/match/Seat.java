package org.jackfield.engine.work.match;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jackfield.engine.work.expression.Facts;

/** A worker in the index: how much he has, which pools he is in, and the places that he takes in their lanes. */
final class Seat {

    private static final Set<String> USUAL_MEDIA = Set.of("default", "voice", "chat", "sms", "video", "email");
    private static final int WHOLE = 100;

    private final String id;
    private final Map<String, Integer> open = new HashMap<>();
    /** By queue, in the order in which he came to serve them. */
    private final Map<Line, List<Pool>> pools = new LinkedHashMap<>();
    private final Map<Lane, Lane.Place> places = new HashMap<>();
    private Candidate candidate;
    private long idleSince;
    private boolean settled;
    private boolean expected;

    Seat(Candidate candidate) {
        this.id = candidate.id();
        this.candidate = candidate;
        take(candidate);
    }

    String id() {
        return id;
    }

    Candidate candidate() {
        return candidate;
    }

    long idleSince() {
        return idleSince;
    }

    void take(Candidate next) {
        candidate = next;
        idleSince = Micros.of(next.standing().idleSince());
        if (!open.equals(next.open())) {
            open.clear();
            open.putAll(next.open());
        }
    }

    void begin(String medium) {
        open.merge(medium, 1, Integer::sum);
    }

    boolean hasRoom(String medium, boolean ignoresCapacity) {
        return candidate.takesWork() && candidate.limits().admits(medium)
                && (ignoresCapacity || candidate.limits().hasRoom(medium, open));
    }

    Map<Line, List<Pool>> pools() {
        return pools;
    }

    void join(Pool pool) {
        pools.computeIfAbsent(pool.line(), _ -> new ArrayList<>(1)).add(pool);
        if (settled) {
            pool.lanes().forEach(this::enter);
        }
    }

    void quit(Pool pool) {
        pools.computeIfPresent(pool.line(), (_, list) -> {
            list.remove(pool);
            return list.isEmpty() ? null : list;
        });
        pool.lanes().forEach(this::leave);
    }

    /** Whether he stands in all lanes in which he has room; otherwise nobody finds him there yet. */
    boolean isSettled() {
        return settled;
    }

    /** True when nobody noted yet that he is to be settled. */
    boolean expect() {
        boolean news = !expected;
        expected = true;
        return news;
    }

    void settle() {
        expected = false;
        settled = true;
        pools.values().forEach(list -> list.forEach(pool -> pool.lanes().forEach(this::enter)));
    }

    void unsettle() {
        settled = false;
        if (!places.isEmpty()) {
            places.forEach(Lane::unseat);
            places.clear();
        }
    }

    /** Takes his place in the lane when he has room for its items. */
    void enter(Lane lane) {
        if (lane.hasRoom(this) && !places.containsKey(lane)) {
            Lane.Place place = lane.placeOf(this);
            places.put(lane, place);
            lane.seat(place);
        }
    }

    /** Leaves the lanes in which he has no room any more. */
    void leaveWhereFull() {
        places.entrySet().removeIf(entry -> {
            boolean full = !entry.getKey().hasRoom(this);
            if (full) {
                entry.getKey().unseat(entry.getValue());
            }
            return full;
        });
    }

    private void leave(Lane lane) {
        Lane.Place place = places.remove(lane);
        if (place != null) {
            lane.unseat(place);
        }
    }

    Facts facts() {
        return Facts.ofWorker(candidate.facts());
    }

    /** With {@code channel}: how much he has and may have of each medium. */
    Facts factsWithLoad() {
        Map<String, Object> channels = new HashMap<>();
        Set<String> media = new TreeSet<>(USUAL_MEDIA);
        media.addAll(candidate.limits().capacities().keySet());
        media.addAll(open.keySet());
        media.forEach(medium -> channels.put(medium, load(medium)));
        Map<String, Object> facts = new HashMap<>(candidate.facts());
        facts.put(Pool.LOAD, channels);
        return Facts.ofWorker(facts);
    }

    private Map<String, Object> load(String medium) {
        int capacity = candidate.limits().capacity(medium);
        int now = open.getOrDefault(medium, 0);
        return Map.of("assigned_tasks", now, "configured_capacity", capacity, "available",
                candidate.limits().admits(medium),
                "available_capacity_percentage", capacity == 0 ? 0 : Math.max(0, capacity - now) * WHOLE / capacity);
    }
}
