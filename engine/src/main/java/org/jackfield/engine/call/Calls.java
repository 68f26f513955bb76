package org.jackfield.engine.call;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/** The call records. Writes join the open unit of work. Thread-safe. */
public interface Calls {

    /** What to list: empty fields do not filter. {@code before} pages: only ids that sort below it, newest first. */
    record Filter(Optional<CallStatus> status, Optional<String> from, Optional<String> to, Optional<String> parent,
            Optional<Instant> createdFrom, Optional<Instant> createdBefore, Optional<String> before) {
        public static final Filter ALL = new Filter(Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
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

    /** At most {@code limit}, newest first. */
    List<Call> list(AccountId account, Filter filter, int limit);

    /** The root and its other legs that are not over, the root first. */
    List<Call> openLegs(AccountId account, String root);

    /** Legs that are not over and that an older start of the node held: at most {@code limit}, roots before their legs. */
    List<Call> leftBehind(String node, long incarnation, int limit);
}
