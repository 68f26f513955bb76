package org.jackfield.engine.throttle;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Slows guessing down: after some failures in a row of one subject the next attempt must wait, twice as long after each
 * further failure. A name from one source has few free failures; a whole source has many, because an office shares its
 * address; a name from everywhere has many, because otherwise anybody could shut somebody out. Counts are of this node and
 * bounded in number; the oldest are forgotten first. Thread-safe.
 */
public final class GuessBrake {

    private static final int FREE_OF_PAIR = 5;
    private static final int FREE_OF_ONE = 50;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration FORGOTTEN_AFTER = Duration.ofMinutes(30);
    private static final int MOST_COUNTS = 10_000;

    /** What failures are counted for. */
    private record Subject(String key, int free) {}

    private record Count(int failures, Instant last) {}

    private final Map<String, Count> counts = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
            return size() > MOST_COUNTS;
        }
    };

    /** How long an attempt under that name from that source must still wait; zero when it may be made. */
    public synchronized Duration waitOf(String name, String source, Instant now) {
        return subjects(name, source).stream()
                .map(subject -> waitOf(subject, now))
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    /** An attempt that was made, and was wrong. */
    public synchronized void failed(String name, String source, Instant now) {
        subjects(name, source).forEach(subject -> counts.merge(subject.key(), new Count(1, now),
                (before, _) -> new Count(isForgotten(before, now) ? 1 : before.failures() + 1, now)));
    }

    /** Whoever knows the secret is not guessing; his source may still be that of somebody who does. */
    public synchronized void succeeded(String name, String source) {
        counts.remove(subjects(name, source).getFirst().key());
    }

    private Duration waitOf(Subject subject, Instant now) {
        Count count = counts.get(subject.key());
        if (count == null || count.failures() < subject.free() || isForgotten(count, now)) {
            return Duration.ZERO;
        }
        Duration left = Duration.between(now, count.last().plus(penalty(count.failures() - subject.free())));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private static List<Subject> subjects(String name, String source) {
        String folded = name.toLowerCase(Locale.ROOT);
        return List.of(new Subject("pair " + source + " " + folded, FREE_OF_PAIR),
                new Subject("source " + source, FREE_OF_ONE), new Subject("name " + folded, FREE_OF_ONE));
    }

    private static boolean isForgotten(Count count, Instant now) {
        return count.last().plus(FORGOTTEN_AFTER).isBefore(now);
    }

    private static Duration penalty(int more) {
        int doublings = Math.min(more, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
