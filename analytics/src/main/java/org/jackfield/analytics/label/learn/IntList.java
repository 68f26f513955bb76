package org.jackfield.analytics.label.learn;

import java.util.Arrays;

/** Numbers in the order in which they came. */
final class IntList {

    private int[] numbers = new int[32];
    private int size;

    void add(int number) {
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
        }
        numbers[size++] = number;
    }

    int[] toArray() {
        return Arrays.copyOf(numbers, size);
    }
}
