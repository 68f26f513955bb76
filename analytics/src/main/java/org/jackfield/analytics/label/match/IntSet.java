package org.jackfield.analytics.label.match;

import java.util.Arrays;

/** Numbers of at least zero, each once, in the order in which they came. */
final class IntSet {

    private static final int SPREAD = 0x9E3779B9;

    private int[] table;
    private int[] members;
    private int size;

    IntSet(int room) {
        table = new int[Integer.highestOneBit(Math.max(8, room)) * 4];
        members = new int[Math.max(8, room)];
        Arrays.fill(table, -1);
    }

    void add(int number) {
        int at = place(number);
        if (table[at] >= 0) {
            return;
        }
        table[at] = number;
        if (size == members.length) {
            members = Arrays.copyOf(members, size * 2);
        }
        members[size++] = number;
        if (size * 2 > table.length) {
            grow();
        }
    }

    boolean contains(int number) {
        return table[place(number)] >= 0;
    }

    int size() {
        return size;
    }

    int get(int index) {
        return members[index];
    }

    private int place(int number) {
        int at = ((number * SPREAD) >>> 8) & (table.length - 1);
        while (table[at] >= 0 && table[at] != number) {
            at = (at + 1) & (table.length - 1);
        }
        return at;
    }

    private void grow() {
        table = new int[table.length * 2];
        Arrays.fill(table, -1);
        for (int i = 0; i < size; i++) {
            table[place(members[i])] = members[i];
        }
    }
}
