package org.jackfield.engine.event;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.tenant.AccountId;

/**
 * Reads published events in stream order. A reader that resumes from the last position it saw misses nothing, whatever
 * order transactions committed in. Thread-safe.
 */
public interface EventReader {

    /** What to read: one account's events, optionally of one key and of some types (empty set: all). */
    record Filter(AccountId account, Optional<String> key, Set<String> types) {
        public Filter {
            types = Set.copyOf(types);
        }
    }

    /** At most {@code limit} events with a position greater than {@code after}, in order of position. */
    List<Event> read(Filter filter, long after, int limit);

    /** The position of an event, when it is published and belongs to the account. */
    Optional<Long> positionOf(AccountId account, String eventId);

    /** The last position given so far, 0 when none. */
    long lastPosition();

    /** Calls back, without promise of one call an event, after new positions were given. Close to stop. */
    Watch watch(Runnable onNews);

    /** A running watch. */
    interface Watch extends AutoCloseable {
        @Override
        void close();
    }
}
