package org.jackfield.engine.call;

import java.util.List;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/** The recordings' rows; the sound lies in files. Writes join the open unit of work. Thread-safe. */
public interface Recordings {

    /** Adds the row, or writes over the one of that id. */
    void save(Recording recording);

    Optional<Recording> find(AccountId account, String id);

    /** Newest first, at most {@code limit}; {@code before} pages: only ids that sort below it. */
    List<Recording> list(AccountId account, Optional<String> callId, Optional<String> before, int limit);

    /** Removes the row; the recording that was there. The caller deletes the file. */
    Optional<Recording> delete(AccountId account, String id);
}
