package org.jackfield.engine.directory;

import java.util.List;
import java.util.Optional;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Where accounts are kept. Every method joins the open unit of work. Thread-safe. */
public interface AccountStore {

    /** What to list; an empty filter lists all. */
    record Filter(Optional<String> friendlyName, Optional<Account.Status> status) {
        public static Filter all() {
            return new Filter(Optional.empty(), Optional.empty());
        }
    }

    /** Adds; false when an account of that id exists, which stays as it is. */
    boolean insert(Account account);

    /** Writes every field of an existing account; false when there is none. */
    boolean update(Account account);

    Optional<Account> find(AccountId id);

    /** The account and those that it owns, in order of their ids. */
    List<Account> list(AccountId owner, Filter filter, Paging paging);

    /** The account that was made first, the owner of the default SIP domain. */
    Optional<Account> first();
}
