package org.jackfield.engine.directory;

import java.util.List;
import java.util.Optional;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.tenant.AccountId;

/** Where the accounts' keys are kept. Every method joins the open unit of work. Thread-safe. */
public interface ApiKeyStore {

    void insert(ApiKey key);

    /** Writes the friendly name; false when the account has no such key. */
    boolean update(ApiKey key);

    boolean delete(AccountId account, String id);

    Optional<ApiKey> find(AccountId account, String id);

    /** The key of that id, whoever owns it: for signing in, where the key says which account it is. */
    Optional<ApiKey> byId(String id);

    List<ApiKey> list(AccountId account, Paging paging);
}
