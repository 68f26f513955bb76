package org.jackfield.analytics.conversation;

/**
 * Which part of a list to read: at most {@code limit} entries behind the entry with an id, which need not exist any more; an empty id
 * starts at the beginning. Backwards: those directly before it, still in the order of the list.
 */
public record Slice(String after, int limit, boolean backwards) {

    public static Slice first(int limit) {
        return new Slice("", limit, false);
    }
}
