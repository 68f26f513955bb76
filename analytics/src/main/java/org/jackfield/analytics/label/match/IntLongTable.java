package org.jackfield.analytics.label.match;

import java.util.Arrays;
import java.util.Map;

/** A fixed table from numbers of at least zero to bits; what is not in it has none. */
final class IntLongTable {

    private static final int SPREAD = 0x9E3779B9;

    private final int[] keys;
    private final long[] values;
    private final int shift;

    IntLongTable(Map<Integer, Long> entries) {
        int room = Integer.highestOneBit(Math.max(2, entries.size() * 2)) * 2;
        keys = new int[room];
        values = new long[room];
        shift = Integer.SIZE - Integer.numberOfTrailingZeros(room);
        Arrays.fill(keys, -1);
        entries.forEach(this::put);
    }

    private void put(int key, long value) {
        int at = (key * SPREAD) >>> shift;
        while (keys[at] >= 0) {
            at = (at + 1) & (keys.length - 1);
        }
        keys[at] = key;
        values[at] = value;
    }

    long get(int key) {
        int at = (key * SPREAD) >>> shift;
        while (keys[at] >= 0) {
            if (keys[at] == key) {
                return values[at];
            }
            at = (at + 1) & (keys.length - 1);
        }
        return 0;
    }
}
