package org.jackfield.engine.id;

/**
 * Which part of a list to read: at most {@code limit} entries that follow the entry of the given id in the order of the
 * list; an empty id starts at the beginning. Backwards: the entries that come directly before that one, still in the order
 * of the list. The entry itself need not exist any more.
 */
public record Paging(String after, int limit, boolean backwards) {

    /** The most that one page holds. */
    public static final int MOST = 1_000;

    public Paging {
        if (limit < 1 || limit > MOST) {
            throw new IllegalArgumentException("a page has 1 to " + MOST + " entries, not " + limit);
        }
        if (backwards && after.isEmpty()) {
            throw new IllegalArgumentException("nothing comes before the beginning");
        }
    }

    public Paging(String after, int limit) {
        this(after, limit, false);
    }

    public static Paging first(int limit) {
        return new Paging("", limit);
    }
}
