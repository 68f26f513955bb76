package org.jackfield.analytics.label.learn;

import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** Rows of cues: those that are worth one have a number from zero up. */
final class CueTable {

    private static final int SPREAD = 0x9E3779B9;

    private int[] keys = new int[1 << 10];
    private int[] rows = new int[1 << 10];
    private int size;

    CueTable() {
        Arrays.fill(rows, -1);
    }

    int size() {
        return size;
    }

    /** The row of a cue, made if it has none. */
    int add(int cue) {
        if (size * 2 > keys.length) {
            grow();
        }
        int at = place(cue);
        if (rows[at] < 0) {
            keys[at] = cue;
            rows[at] = size++;
        }
        return rows[at];
    }

    /** Below zero if it has none. */
    int row(int cue) {
        return rows[place(cue)];
    }

    /** The distinct rows of some cues, in order. */
    int[] rows(Consumer<IntConsumer> cues) {
        IntList found = new IntList();
        cues.accept(cue -> {
            int row = row(cue);
            if (row >= 0) {
                found.add(row);
            }
        });
        return Arrays.stream(found.toArray()).sorted().distinct().toArray();
    }

    private int place(int cue) {
        int at = ((cue * SPREAD) >>> 7) & (keys.length - 1);
        while (rows[at] >= 0 && keys[at] != cue) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldRows = rows;
        keys = new int[oldKeys.length * 2];
        rows = new int[oldKeys.length * 2];
        Arrays.fill(rows, -1);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldRows[i] >= 0) {
                int at = place(oldKeys[i]);
                keys[at] = oldKeys[i];
                rows[at] = oldRows[i];
            }
        }
    }
}
