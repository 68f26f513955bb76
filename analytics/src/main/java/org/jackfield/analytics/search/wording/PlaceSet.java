package org.jackfield.analytics.search.wording;

import java.util.Arrays;

/** Places of a turn as bits: 0 is its begin, words count from 1, then comes its end. Operations make new sets of the same size. */
public final class PlaceSet {

    private final long[] bits;

    private PlaceSet(long[] bits) {
        this.bits = bits;
    }

    /** Room for places below {@code size}; none is in it. */
    public static PlaceSet empty(int size) {
        return new PlaceSet(new long[(size + Long.SIZE - 1) / Long.SIZE]);
    }

    /** Those from one to another, the latter not included. */
    static PlaceSet between(int from, int until, int size) {
        PlaceSet set = empty(size);
        for (int word = 0; word < set.bits.length; word++) {
            int low = Math.max(from - word * Long.SIZE, 0);
            int high = Math.min(until - word * Long.SIZE, Long.SIZE);
            if (low < high) {
                set.bits[word] = (-1L << low) & (-1L >>> (Long.SIZE - high));
            }
        }
        return set;
    }

    static PlaceSet only(int place, int size) {
        PlaceSet set = empty(size);
        set.add(place);
        return set;
    }

    /** Changes this set; a place beyond its room is left out. */
    public void add(int place) {
        int word = place / Long.SIZE;
        if (word < bits.length) {
            bits[word] |= 1L << place;
        }
    }

    boolean has(int place) {
        return (bits[place / Long.SIZE] >>> place & 1) != 0;
    }

    boolean isEmpty() {
        for (long word : bits) {
            if (word != 0) {
                return false;
            }
        }
        return true;
    }

    /** The first place from one on; -1 if there is none. */
    int next(int from) {
        int word = from / Long.SIZE;
        if (word >= bits.length) {
            return -1;
        }
        long rest = bits[word] & -1L << from;
        while (rest == 0) {
            if (++word == bits.length) {
                return -1;
            }
            rest = bits[word];
        }
        return word * Long.SIZE + Long.numberOfTrailingZeros(rest);
    }

    PlaceSet and(PlaceSet other) {
        long[] both = new long[bits.length];
        for (int i = 0; i < both.length; i++) {
            both[i] = bits[i] & other.bits[i];
        }
        return new PlaceSet(both);
    }

    PlaceSet or(PlaceSet other) {
        long[] either = Arrays.copyOf(bits, bits.length);
        for (int i = 0; i < either.length; i++) {
            either[i] |= other.bits[i];
        }
        return new PlaceSet(either);
    }

    boolean meets(PlaceSet other) {
        for (int i = 0; i < bits.length; i++) {
            if ((bits[i] & other.bits[i]) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Each one further on. */
    PlaceSet up() {
        long[] moved = new long[bits.length];
        long carry = 0;
        for (int i = 0; i < moved.length; i++) {
            moved[i] = bits[i] << 1 | carry;
            carry = bits[i] >>> (Long.SIZE - 1);
        }
        return new PlaceSet(moved);
    }

    /** Each one back. */
    PlaceSet down() {
        long[] moved = new long[bits.length];
        long carry = 0;
        for (int i = moved.length - 1; i >= 0; i--) {
            moved[i] = bits[i] >>> 1 | carry;
            carry = bits[i] << (Long.SIZE - 1);
        }
        return new PlaceSet(moved);
    }

    /** Each, and so many after it. */
    PlaceSet spread(int steps) {
        PlaceSet all = this;
        PlaceSet front = this;
        for (int i = 0; i < steps; i++) {
            front = front.up();
            all = all.or(front);
        }
        return all;
    }

    /** Each, and so many before it. */
    PlaceSet spreadBack(int steps) {
        PlaceSet all = this;
        PlaceSet front = this;
        for (int i = 0; i < steps; i++) {
            front = front.down();
            all = all.or(front);
        }
        return all;
    }
}
