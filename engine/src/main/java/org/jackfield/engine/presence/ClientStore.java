package org.jackfield.engine.presence;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.tenant.AccountId;

/**
 * Where clients' registrations are kept, the ones that ended included until they are removed. Every method joins the open unit of
 * work. Thread-safe.
 */
public interface ClientStore {

    /** Writes it; one of the same identity and device is replaced, but keeps its id and when it was made. What is kept now. */
    ClientRegistration put(ClientRegistration registration);

    Optional<ClientRegistration> find(AccountId account, String id);

    /** Those of the identities, in one read. */
    List<ClientRegistration> list(AccountId account, Set<String> identities);

    void remove(AccountId account, Collection<String> ids);
}
