package org.jackfield.engine.people;

import java.util.List;
import java.util.Optional;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Where people are kept. Every method joins the open unit of work. Thread-safe. */
public interface UserStore {

    /** Adds; false when the account has a person of that name. */
    boolean insert(User user);

    /** Writes role, worker and password; false when there is no such person. */
    boolean update(User user);

    /** Deletes the person and his sessions; false when there is none. */
    boolean delete(AccountId account, String id);

    Optional<User> find(AccountId account, String id);

    /** The person of that name, whatever its case. */
    Optional<User> named(AccountId account, String name);

    /** Oldest first. */
    List<User> list(AccountId account, Paging paging);
}
