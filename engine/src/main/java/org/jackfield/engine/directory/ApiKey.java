package org.jackfield.engine.directory;

import java.time.Instant;
import org.jackfield.engine.tenant.AccountId;

/** A key that signs in for its account. Its secret is shown once, when it is made; here only the hash is kept,
 * see {@link SigningSecrets}. */
public record ApiKey(AccountId account, String id, String friendlyName, TokenHash secret, Instant created,
        Instant updated) {}
