package org.jackfield.engine.event;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.Span;

/**
 * Finds published events by what they tell of, newest first. What they tell of has an index; further conditions are tried on
 * what that finds within the span. Joins the open unit of work. Thread-safe.
 */
public interface EventSearch {

    /** The members of an event's data by which it is found. */
    enum Subject {
        WORKSPACE("workspace"),
        WORK_ITEM("workItem"),
        WORKER("worker");

        private final String member;

        Subject(String member) {
            this.member = member;
        }

        /** Its name in the data. */
        public String member() {
            return member;
        }
    }

    /**
     * What to find.
     *
     * @param id of the subject
     * @param also further members of the data and their values
     * @param types one of these; none is found when there are none
     */
    record Query(AccountId account, Subject subject, String id, Map<String, String> also, Set<String> types,
            Span span) {
        public Query {
            also = Map.copyOf(also);
            types = Set.copyOf(types);
        }

        /** Whether it would be found. */
        public boolean isMetBy(Event event) {
            return event.account().equals(account) && types.contains(event.type()) && span.contains(event.time())
                    && id.equals(event.data().get(subject.member()))
                    && event.data().entrySet().containsAll(also.entrySet());
        }
    }

    /** A page, newest first. */
    List<Event> find(Query query, Paging paging);

    Optional<Event> find(AccountId account, String eventId);
}
