package org.jackfield.engine.id;

/**
 * Which part of a list to read: at most {@code limit} entries with an id after the given one, in order of their ids; empty
 * starts at the beginning.
 */
public record Paging(String after, int limit) {

    /** The most that one page holds. */
    public static final int MOST = 1_000;

    public Paging {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " entries, not " + limit);
        }
    }

    public static Paging first(int limit) {
        return new Paging("", limit);
    }
}
