package org.jackfield.engine.people;

import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/** Where sessions are kept, so that they survive a restart and hold on every node. Joins the open unit of work. */
public interface SessionStore {

    void insert(Session session);

    /** The session of that hash, when it has not ended yet. */
    Optional<Session> find(String tokenHash, Instant now);

    /** Forgets one; no effect when there is none. */
    void delete(String tokenHash);

    /** Forgets all of a person. */
    void deleteOf(AccountId account, String userId);

    /** Forgets those that ended. */
    void deleteEnded(Instant now);
}
