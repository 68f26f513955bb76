package org.jackfield.analytics.search.language;

/** Whole numbers from one to another, both included. */
public record Range(long low, long high) {

    /** All of them. */
    public static final Range ALL = new Range(Long.MIN_VALUE, Long.MAX_VALUE);

    public boolean holds(long number) {
        return number >= low && number <= high;
    }
}
