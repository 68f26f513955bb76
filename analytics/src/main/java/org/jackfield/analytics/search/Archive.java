package org.jackfield.analytics.search;

import java.util.List;

/**
 * The truth that an index is made of: every change to the conversations of all accounts, in one order. An index that is lost is made again
 * from the first position on.
 */
@FunctionalInterface
public interface Archive {

    /** Before the first change. */
    long BEGIN = 0;

    /**
     * The next changes after a position, in the order of positions; none if there are none yet. A conversation that changed several times may
     * be told once, as it is now, at its last position.
     *
     * @throws RuntimeException they cannot be read now; it is asked again later
     */
    List<Change> after(long position, int most);

    /** What happened at a position. */
    sealed interface Change {

        long position();

        /** A conversation is there, new or otherwise than before. */
        record Put(long position, Conversation conversation) implements Change {}

        /** A conversation is gone. */
        record Removed(long position, String account, String sid) implements Change {}

        /** An account is gone with all of its conversations. */
        record Erased(long position, String account) implements Change {}
    }
}
