package org.jackfield.analytics.conversation;

import java.time.Instant;
import java.util.List;

/** Where it is kept which labels people found right and wrong. Methods join the open transaction. Thread-safe. */
public interface Reviews {

    /**
     * What somebody says of a label on a turn.
     *
     * @param accepted whether the label belongs there
     */
    record Review(String conversation, int turn, String label, boolean accepted, Instant time) {}

    /** Keeps it in place of what was said of the same label on the same turn. The conversation exists. */
    void put(String account, Review review);

    /** In the order of turns. */
    List<Review> of(String account, String conversation);
}
