package org.jackfield.engine.people;

import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/**
 * Somebody is signed in to the console until it ends or is closed.
 *
 * @param tokenHash what is kept of the cookie's secret
 * @param signedIn the account, key or user name that signed in
 * @param userId the person; empty when it is the account itself
 */
public record Session(AccountId account, String tokenHash, String signedIn, Optional<String> userId, Instant opened,
        Instant ends) {
    @Override
    public String toString() {
        return "Session[" + account + ", " + signedIn + "]";
    }
}
