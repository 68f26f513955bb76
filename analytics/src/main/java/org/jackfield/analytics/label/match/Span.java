package org.jackfield.analytics.label.match;

/** Places of a turn, both included. */
record Span(int first, int last) {

    /** Words between two that do not overlap; below zero if they do. */
    int wordsTo(Span other) {
        return Math.max(other.first - last, first - other.last) - 1;
    }

    boolean comesBefore(Span other) {
        return last < other.first;
    }
}
