package org.jackfield.engine.call;

import java.util.List;
import java.util.Optional;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.Span;

/** The call records. Writes join the open unit of work. Thread-safe. */
public interface Calls {

    /** What to list: empty fields do not filter. */
    record Filter(Optional<CallStatus> status, Optional<String> from, Optional<String> to, Optional<String> parent,
            Span created, Span ended) {
        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Span.ALWAYS, Span.ALWAYS);
    }

    /** Adds a record with version 0. */
    void insert(Call call);

    /**
     * Writes a changed record over the version that it was read with; the record with its new version.
     *
     * @throws org.jackfield.engine.unit.ConflictException somebody else changed it
     */
    Call update(Call call);

    Optional<Call> find(AccountId account, String id);

    /** One page, newest first. */
    List<Call> list(AccountId account, Filter filter, Paging paging);

    /** The newest, at most {@code limit}. */
    default List<Call> list(AccountId account, Filter filter, int limit) {
        return list(account, filter, Paging.first(limit));
    }

    /** Removes the record of a leg that is over; false when there is none that is. */
    boolean delete(AccountId account, String id);

    /** The root and its other legs that are not over, the root first. */
    List<Call> openLegs(AccountId account, String root);

    /** Legs that are not over and that an older start of the node held: at most {@code limit}, roots before their legs. */
    List<Call> leftBehind(String node, long incarnation, int limit);
}
