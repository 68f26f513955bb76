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

    /** Whole conversations in the order in which they came, those behind an id. */
    List<Conversation> after(String account, String id, int limit);

    /** Whole conversations, the newest first, those before an id; an empty one begins at the newest. */
    List<Conversation> before(String account, String id, int limit);

    long count(String account);

    /** Answers with whether there was one. */
    boolean delete(String account, String id);

    /** Deletes conversations of a call, at most that many, and answers with what was deleted. */
    List<ConversationHead> deleteOfCall(String account, String call, int limit);

    /** Deletes conversations that began before, at most that many and the oldest first, and answers with what was deleted. */
    List<ConversationHead> deleteOlder(String account, Instant than, int limit);

    /**
     * Replaces some labels of some conversations and leaves all others as they are.
     *
     * @param labels what the conversations have of these labels now, by conversation
     * @param names the labels that are replaced
     * @param version the version of the account's labels that the conversations are at now
     */
    void relabel(String account, Map<String, ? extends Collection<GivenLabel>> labels, Set<String> names, long version);
}
