package org.jackfield.engine.directory;

import java.util.Optional;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.tenant.AccountId;

/**
 * Says who signs in: an account with its token, or with one of its keys and that key's secret. An unknown account, a wrong
 * token and a closed account get the same answer after the same work, so neither the answer nor its time tells whether an
 * account exists. A suspended account is known; whether it may do anything is the caller's to say. Thread-safe.
 */
public final class Authenticator {

    private static final int LONGEST = 256;

    private final AccountStore accounts;
    private final ApiKeyStore keys;

    public Authenticator(AccountStore accounts, ApiKeyStore keys) {
        this.accounts = accounts;
        this.keys = keys;
    }

    /** The account of that id and token, or of that key and secret; empty when anything about them is wrong. */
    public Optional<Account> authenticate(String user, String token) {
        boolean plausible = !user.isBlank() && user.length() <= LONGEST && token.length() <= LONGEST;
        String name = plausible ? user : "nobody";
        Optional<ApiKey> key = IdPrefix.KEY.matches(name) ? keys.byId(name) : Optional.empty();
        Optional<Account> found = accounts.find(key.map(ApiKey::account).orElseGet(() -> new AccountId(name)));
        TokenHash kept = key.map(ApiKey::secret)
                .or(() -> found.map(Account::token))
                .orElseGet(TokenHash::nobody);
        boolean matches = kept.matches(plausible ? token : "");
        return found.filter(account -> matches && account.status() != Account.Status.CLOSED);
    }
}
