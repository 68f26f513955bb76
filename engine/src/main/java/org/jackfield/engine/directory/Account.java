package org.jackfield.engine.directory;

import java.time.Instant;
import org.jackfield.engine.tenant.AccountId;

/** A tenant: who signs in, whether it may work, and how many calls it may have at a time. */
public record Account(AccountId id, String friendlyName, Status status, TokenHash token, int maxCalls,
        Instant created, Instant updated) {

    /** Calls at a time for an account that was given no other limit. */
    public static final int DEFAULT_MAX_CALLS = 1_000;

    /** Only an active account makes and takes calls; a closed one is never opened again. */
    public enum Status {
        ACTIVE,
        SUSPENDED,
        CLOSED
    }

    /** An active account with the default limit. */
    public static Account active(AccountId id, String friendlyName, TokenHash token, Instant now) {
        return new Account(id, friendlyName, Status.ACTIVE, token, DEFAULT_MAX_CALLS, now, now);
    }

    public Account withToken(TokenHash newToken, Instant now) {
        return new Account(id, friendlyName, status, newToken, maxCalls, created, now);
    }

    public Account withFriendlyName(String newName, Instant now) {
        return new Account(id, newName, status, token, maxCalls, created, now);
    }
}
