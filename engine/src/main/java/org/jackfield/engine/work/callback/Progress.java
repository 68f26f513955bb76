package org.jackfield.engine.work.callback;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jackfield.engine.event.Event;

/**
 * How far a workspace's application was told, and what comes next. Pure and immutable.
 *
 * <p>
 * At most {@link #WINDOW} events are read ahead of those that are told. Of each key the first that is open is told before the
 * next one; keys do not wait for each other, and at most {@link #AT_ONCE} are under way. After a failure one attempt at a time
 * finds out whether the address lives, the event that waited longest first, so that one event that the address refuses does
 * not keep the others back. A failed event is given up when it is older than the patience, or when it failed
 * {@link #MOST_STRIKES} times while the address took others.
 *
 * @param readTo the position up to which the stream was read
 * @param open what was read and is not told, in order of position
 * @param failures attempts in a row that failed
 */
public record Progress(long readTo, List<Open> open, int failures) {

    /** The most that is read ahead. */
    public static final int WINDOW = 64;
    /** The most that is under way at one time. */
    public static final int AT_ONCE = 4;
    /** Failures that are the event's own, after which it is given up. */
    public static final int MOST_STRIKES = 8;

    public Progress {
        open = List.copyOf(open);
    }

    /** Everything before that position counts as told. */
    public static Progress startingAt(long position) {
        return new Progress(position, List.of(), 0);
    }

    /**
     * An event that is not told yet.
     *
     * @param strikes attempts that failed although the one before them, for another event, had not
     * @param notBefore when it is tried again
     */
    public record Open(long position, String key, Instant time, int strikes, Instant notBefore) {

        private static Open of(Event event) {
            return new Open(event.position(), event.key(), event.time(), 0, Instant.EPOCH);
        }

        private Open failed(boolean struck, Instant now, Patience patience) {
            int all = struck ? strikes + 1 : strikes;
            return new Open(position, key, time, all, now.plus(patience.pause(all)));
        }
    }

    /** What it became, and what is not tried any more. */
    public record Step(Progress progress, List<Open> givenUp) {}

    /** How many more events may be read ahead. */
    public int room() {
        return WINDOW - open.size();
    }

    /** More was read. While the address fails what is too old is given up unread, so that a long outage costs no attempts. */
    public Step read(List<Event> events, long upTo, Instant now, Patience patience) {
        List<Open> more = new ArrayList<>(open);
        events.stream().map(Open::of).forEach(more::add);
        Progress read = new Progress(upTo, more, failures);
        return failures == 0 ? new Step(read, List.of()) : read.giveUp(isTooOld(Set.of(), now, patience));
    }

    /** Which positions to tell now, beside those that are under way. */
    public List<Long> next(Set<Long> underWay, Instant now) {
        int room = (failures == 0 ? AT_ONCE : 1) - underWay.size();
        return heads().stream()
                .filter(head -> !underWay.contains(head.position()) && !head.notBefore().isAfter(now))
                .sorted(failures == 0
                        ? Comparator.comparingLong(Open::position)
                        : Comparator.comparing(Open::notBefore).thenComparingLong(Open::position))
                .limit(Math.max(0, room))
                .map(Open::position)
                .toList();
    }

    /** It was told. */
    public Progress delivered(long position) {
        return new Progress(readTo, open.stream().filter(one -> one.position() != position).toList(), 0);
    }

    /** It was tried in vain; those under way keep their place. */
    public Step failed(long position, Set<Long> underWay, Instant now, Patience patience) {
        List<Open> after = open.stream()
                .map(one -> one.position() == position ? one.failed(failures == 0, now, patience) : one)
                .toList();
        return new Progress(readTo, after, failures + 1)
                .giveUp(isTooOld(underWay, now, patience).or(one -> one.strikes() >= MOST_STRIKES));
    }

    /** An attempt that was under way when another one failed was in vain too: that says no more about the address. */
    public Progress failedToo(long position, Instant now, Patience patience) {
        return new Progress(readTo, open.stream()
                .map(one -> one.position() == position ? one.failed(false, now, patience) : one)
                .toList(), failures);
    }

    /** Events that are gone from the stream cannot be told. */
    public Progress without(Predicate<Open> gone) {
        return giveUp(gone).progress();
    }

    /** When to go on, having stopped now; empty when nothing is left of what was read. */
    public Optional<Instant> due(Instant now, Patience patience) {
        if (failures > 0 && !open.isEmpty()) {
            return Optional.of(now.plus(patience.pause(failures)));
        }
        return heads().stream()
                .map(Open::notBefore)
                .min(Comparator.naturalOrder())
                .map(time -> time.isAfter(now) ? time : now);
    }

    private List<Open> heads() {
        Set<String> seen = new HashSet<>();
        return open.stream().filter(one -> seen.add(one.key())).toList();
    }

    private static Predicate<Open> isTooOld(Set<Long> underWay, Instant now, Patience patience) {
        return one -> !underWay.contains(one.position())
                && Duration.between(one.time(), now).compareTo(patience.giveUpAfter()) > 0;
    }

    private Step giveUp(Predicate<Open> which) {
        return new Step(new Progress(readTo, open.stream().filter(which.negate()).toList(), failures),
                open.stream().filter(which).toList());
    }
}
