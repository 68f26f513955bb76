package org.jackfield.analytics.conversation;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where conversations are kept. The account comes first everywhere: an id of another account is one that does not exist. Methods
 * join the open transaction. Thread-safe.
 */
public interface Conversations {

    /** Which conversations of an account are wanted: those of which all that is given holds. */
    record Filter(Optional<String> call, Optional<String> queue, Optional<String> worker, Optional<String> label,
            Optional<Instant> from, Optional<Instant> before) {

        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    void insert(Conversation conversation);

    Optional<Conversation> find(String account, String id);

    /** The newest first. */
    List<ConversationHead> list(String account, Filter filter, Slice slice);

    /**
     * A part of the archive.
     *
     * @param seen how many conversations it has
     * @param last the id of the last of them; empty if it has none
     * @param more whether it may go on
     * @param worth those that may have the labels that are looked for
     */
    record Stretch(int seen, String last, boolean more, List<Conversation> worth) {
        public Stretch {
            worth = List.copyOf(worth);
        }
    }

    /** The conversations behind an id, in the order in which they came; fewer than the limit if they are large. */
    Stretch after(String account, String id, int limit, Worth worth);

    /** The conversations before an id, the newest first; an empty id begins at the newest. */
    Stretch before(String account, String id, int limit, Worth worth);

    long count(String account);

    /** Answers with whether there was one. */
    boolean delete(String account, String id);

    /** Deletes conversations of a call, at most that many, and answers with what was deleted. */
    List<ConversationHead> deleteOfCall(String account, String call, int limit);

    /** Deletes conversations that began before, at most that many and the oldest first, and answers with what was deleted. */
    List<ConversationHead> deleteOlder(String account, Instant than, int limit);

    /**
     * Replaces some labels of the conversations behind an id up to another, and leaves all other labels as they are.
     *
     * @param names the labels that are replaced
     * @param labels what the conversations have of these labels now, by conversation
     */
    void relabel(String account, Range range, Set<String> names,
            Map<String, ? extends Collection<GivenLabel>> labels);

    /** The conversations behind an id, up to and with another. */
    record Range(String after, String last) {}
}
