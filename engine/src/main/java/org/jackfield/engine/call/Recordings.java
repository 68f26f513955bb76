package org.jackfield.engine.call;

import java.util.List;
import java.util.Optional;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.Span;

/** The recordings' rows; the sound lies in files. Writes join the open unit of work. Thread-safe. */
public interface Recordings {

    /** Adds the row, or writes over the one of that id. */
    void save(Recording recording);

    Optional<Recording> find(AccountId account, String id);

    /** What to list: empty fields do not filter. */
    record Filter(Optional<String> callId, Span created) {
        public static final Filter ALL = new Filter(Optional.empty(), Span.ALWAYS);

        public static Filter ofCall(String callId) {
            return new Filter(Optional.of(callId), Span.ALWAYS);
        }
    }

    /** One page, newest first. */
    List<Recording> list(AccountId account, Filter filter, Paging paging);

    /** Recordings of all accounts that are in progress, in the order of account and id; {@code after} pages. */
    List<Recording> inProgress(Optional<Recording> after, int limit);

    /** Removes the row; the recording that was there. The caller deletes the file. */
    Optional<Recording> delete(AccountId account, String id);
}
