package org.jackfield.engine.directory;

import java.util.List;
import java.util.Optional;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Where the accounts' applications are kept. Every method joins the open unit of work. Thread-safe. */
public interface ApplicationStore {

    void insert(Application application);

    /** Writes names and addresses; false when the account has no such application. */
    boolean update(Application application);

    boolean delete(AccountId account, String id);

    Optional<Application> find(AccountId account, String id);

    /** Those with the friendly name, or all when it is empty. */
    List<Application> list(AccountId account, Optional<String> friendlyName, Paging paging);
}
