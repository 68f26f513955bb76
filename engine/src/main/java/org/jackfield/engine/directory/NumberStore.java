package org.jackfield.engine.directory;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Where the numbers of the accounts are kept. Every method joins the open unit of work. Thread-safe. */
public interface NumberStore {

    /** What to list; an empty filter lists all. */
    record Filter(Optional<String> number, Optional<String> friendlyName) {
        public static Filter all() {
            return new Filter(Optional.empty(), Optional.empty());
        }
    }

    /** Adds; false when some account owns the number already. */
    boolean insert(IncomingNumber number);

    /** Writes every field but the number itself; false when the account has no such number. */
    boolean update(IncomingNumber number);

    boolean delete(AccountId account, String id);

    Optional<IncomingNumber> find(AccountId account, String id);

    /** The owner's entry of a number in E.164 form, whoever that is. */
    Optional<IncomingNumber> byNumber(String number);

    List<IncomingNumber> list(AccountId account, Filter filter, Paging paging);

    /** Those of the numbers that some account owns. */
    Set<String> taken(Collection<String> numbers);
}
