package org.jackfield.engine.time;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Many timers in memory: a hierarchy of wheels of 64 slots each, the slots of a wheel as long as a turn of the one below.
 * Setting and forgetting a timer costs the same however many there are. Nothing runs by itself: whoever owns it asks
 * {@link #advance} what is due; a timer is never early and at most one tick late. Used by one thread at a time.
 *
 * @param <T> what is said of a timer when it is due
 */
public final class TimerWheel<T> {

    private static final int BITS = 6;
    private static final int SLOTS = 1 << BITS;
    private static final int LEVELS = 7;
    private static final long NANOS_OF_A_MILLI = 1_000_000;
    private static final long REACH = 1L << (BITS * LEVELS);

    private final long tickMillis;
    private final long epoch;
    private final List<List<@Nullable Entry<T>>> wheels = new ArrayList<>();
    private final long[] occupied = new long[LEVELS];
    private long now;
    private int size;

    /** A timer that was set. */
    public static final class Entry<T> {

        private final T what;
        private final long tick;
        private @Nullable Entry<T> before;
        private @Nullable Entry<T> after;
        private int level = -1;
        private int slot;

        private Entry(T what, long tick) {
            this.what = what;
            this.tick = tick;
        }
    }

    /** @param start before this moment nothing is due */
    public TimerWheel(Instant start, Duration tick) {
        if (tick.toMillis() < 1) {
            throw new IllegalArgumentException("a tick is at least a millisecond, not " + tick);
        }
        this.tickMillis = tick.toMillis();
        this.epoch = start.toEpochMilli();
        for (int level = 0; level < LEVELS; level++) {
            List<@Nullable Entry<T>> slots = new ArrayList<>(SLOTS);
            for (int slot = 0; slot < SLOTS; slot++) {
                slots.add(null);
            }
            wheels.add(slots);
        }
    }

    /** What is past already is due at the next tick. */
    public Entry<T> set(Instant due, T what) {
        long millis = due.plusNanos(NANOS_OF_A_MILLI - 1).toEpochMilli() - epoch;
        long tick = Math.ceilDiv(millis, tickMillis);
        Entry<T> entry = new Entry<>(what, Math.min(Math.max(tick, now + 1), now + REACH / 2));
        place(entry);
        size++;
        return entry;
    }

    /** Forgets the timer; no effect when it was due already. */
    public void cancel(Entry<T> entry) {
        if (entry.level >= 0) {
            unlink(entry);
            size--;
        }
    }

    /** How many are set. */
    public int size() {
        return size;
    }

    /** What is due, the earliest first; those of one tick in the order in which they were set, or nearly so. */
    public List<T> advance(Instant to) {
        long target = Math.floorDiv(to.toEpochMilli() - epoch, tickMillis);
        List<T> due = new ArrayList<>();
        for (Expiration next = next(); next.level >= 0 && next.tick <= target; next = next()) {
            now = Math.max(now, next.tick);
            for (Entry<T> entry : empty(next)) {
                if (entry.tick <= now) {
                    due.add(entry.what);
                    size--;
                } else {
                    place(entry);
                }
            }
        }
        now = Math.max(now, target);
        return due;
    }

    /** When to ask again: not after the next one is due, perhaps before; empty when none is set. */
    public Optional<Instant> nextLook() {
        Expiration next = next();
        return next.level < 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(epoch + next.tick * tickMillis));
    }

    private record Expiration(int level, int slot, long tick) {}

    /** The first slot that holds something: the lowest wheel's slots end before the next slot of any other begins. */
    private Expiration next() {
        for (int level = 0; level < LEVELS; level++) {
            if (occupied[level] != 0) {
                int width = BITS * level;
                int here = (int) (now >>> width) & (SLOTS - 1);
                int ahead = Long.numberOfTrailingZeros(Long.rotateRight(occupied[level], here));
                long turn = now >>> width << width;
                return new Expiration(level, (here + ahead) & (SLOTS - 1), turn + ((long) ahead << width));
            }
        }
        return new Expiration(-1, 0, 0);
    }

    private void place(Entry<T> entry) {
        long differing = (entry.tick ^ now) | (SLOTS - 1);
        int level = Math.min((Long.SIZE - 1 - Long.numberOfLeadingZeros(differing)) / BITS, LEVELS - 1);
        int slot = (int) (entry.tick >>> (BITS * level)) & (SLOTS - 1);
        entry.level = level;
        entry.slot = slot;
        @Nullable
        Entry<T> first = wheels.get(level).set(slot, entry);
        entry.before = null;
        entry.after = first;
        if (first != null) {
            first.before = entry;
        }
        occupied[level] |= 1L << slot;
    }

    private void unlink(Entry<T> entry) {
        @Nullable
        Entry<T> before = entry.before;
        @Nullable
        Entry<T> after = entry.after;
        if (after != null) {
            after.before = before;
        }
        if (before != null) {
            before.after = after;
        } else {
            wheels.get(entry.level).set(entry.slot, after);
            if (after == null) {
                occupied[entry.level] &= ~(1L << entry.slot);
            }
        }
        entry.level = -1;
    }

    /** The slot's entries, the one that was put there first at the head. */
    private List<Entry<T>> empty(Expiration at) {
        List<Entry<T>> entries = new ArrayList<>();
        @Nullable
        Entry<T> entry = wheels.get(at.level).set(at.slot, null);
        while (entry != null) {
            entry.level = -1;
            entries.add(entry);
            entry = entry.after;
        }
        occupied[at.level] &= ~(1L << at.slot);
        return entries.reversed();
    }
}
