package org.jackfield.engine.directory;

import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/**
 * A tenant: who signs in, whether it may work, and how many calls it may have at a time. A sub-account has an owner, which
 * may act for it; nothing else is shared between the two. A sub-account owns no further ones.
 */
public record Account(AccountId id, String friendlyName, Status status, TokenHash token, int maxCalls,
        Optional<AccountId> owner, Instant created, Instant updated) {

    /** Calls at a time for an account that was given no other limit. */
    public static final int DEFAULT_MAX_CALLS = 1_000;

    /** Only an active account makes and takes calls; a closed one is never opened again. */
    public enum Status {
        ACTIVE,
        SUSPENDED,
        CLOSED
    }

    /** An active account with the default limit and no owner. */
    public static Account active(AccountId id, String friendlyName, TokenHash token, Instant now) {
        return new Account(id, friendlyName, Status.ACTIVE, token, DEFAULT_MAX_CALLS, Optional.empty(), now, now);
    }

    public boolean isActive() {
        return status == Status.ACTIVE;
    }

    /** Whether it is this account, or owned by it. */
    public boolean mayActFor(Account other) {
        return other.id().equals(id) || other.owner().equals(Optional.of(id));
    }

    public Account withToken(TokenHash newToken, Instant now) {
        return new Account(id, friendlyName, status, newToken, maxCalls, owner, created, now);
    }

    public Account withFriendlyName(String newName, Instant now) {
        return new Account(id, newName, status, token, maxCalls, owner, created, now);
    }

    public Account withStatus(Status newStatus, Instant now) {
        return new Account(id, friendlyName, newStatus, token, maxCalls, owner, created, now);
    }

    /** The same account as a part of another. */
    public Account ownedBy(AccountId newOwner) {
        return new Account(id, friendlyName, status, token, maxCalls, Optional.of(newOwner), created, updated);
    }
}
