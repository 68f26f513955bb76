package org.jackfield.engine.directory;

import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/** Where accounts are kept. Every method joins the open unit of work. Thread-safe. */
public interface AccountStore {

    /** Adds; false when an account of that id exists, which stays as it is. */
    boolean insert(Account account);

    /** Writes every field of an existing account; false when there is none. */
    boolean update(Account account);

    Optional<Account> find(AccountId id);

    /** The account that was made first, the owner of the default SIP domain. */
    Optional<Account> first();
}
