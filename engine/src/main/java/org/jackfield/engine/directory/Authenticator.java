package org.jackfield.engine.directory;

import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/**
 * Says who signs in. An unknown account, a wrong token and a closed account get the same answer after the same work, so
 * neither the answer nor its time tells whether an account exists. Thread-safe.
 */
public final class Authenticator {

    private static final int LONGEST = 256;

    private final AccountStore accounts;

    public Authenticator(AccountStore accounts) {
        this.accounts = accounts;
    }

    /** The account of that id and token; empty when anything about them is wrong. */
    public Optional<Account> authenticate(String user, String token) {
        boolean plausible = !user.isBlank() && user.length() <= LONGEST && token.length() <= LONGEST;
        Optional<Account> found = accounts.find(new AccountId(plausible ? user : "nobody"));
        TokenHash kept = found.map(Account::token).orElseGet(TokenHash::nobody);
        boolean matches = kept.matches(plausible ? token : "");
        return found.filter(account -> matches && account.status() != Account.Status.CLOSED);
    }
}
