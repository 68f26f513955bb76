package org.jackfield.bench;

import java.util.Arrays;

/** Numbers that are kept to tell their percentiles; the sorted copy is made when asked. */
final class Lateness {

    private long[] nanos = new long[1 << 16];
    private int count;

    void add(long value) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, 2 * count);
        }
        nanos[count++] = value;
    }

    void addAll(Lateness other) {
        for (int i = 0; i < other.count; i++) {
            add(other.nanos[i]);
        }
    }

    int count() {
        return count;
    }

    /** In milliseconds; the share is 0 to 1. */
    double percentile(double share) {
        if (count == 0) {
            return Double.NaN;
        }
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(count - 1L, Math.round(share * (count - 1)))] / 1e6;
    }
}
