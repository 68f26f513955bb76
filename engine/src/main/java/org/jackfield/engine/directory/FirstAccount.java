package org.jackfield.engine.directory;

import java.time.InstantSource;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;

/**
 * Sees to it at each start that the account named by the operator exists with the token that he gave, and that the oldest
 * account has the default SIP domain. Running it again changes nothing.
 */
public final class FirstAccount {

    /** What the operator, or the generated credentials file, says. */
    public record Given(AccountId id, String token) {
        @Override
        public String toString() {
            return "Given[" + id + "]";
        }
    }

    private final AccountStore accounts;
    private final SipAdministration sip;
    private final UnitOfWork unit;
    private final InstantSource clock;

    public FirstAccount(AccountStore accounts, SipAdministration sip, UnitOfWork unit, InstantSource clock) {
        this.accounts = accounts;
        this.sip = sip;
        this.unit = unit;
        this.clock = clock;
    }

    /** Creates what is missing; a changed token replaces the old one. */
    public Account ensure(Given given) {
        return unit.run(() -> {
            Account account = accounts.find(given.id())
                    .map(known -> withToken(known, given))
                    .orElseGet(() -> create(given));
            sip.ensureDefaultDomain(oldest().id());
            return account;
        });
    }

    private Account oldest() {
        return accounts.first()
                .orElseThrow(
                        () -> new DomainException(ErrorCode.INTERNAL,
                                "the first account is gone in its own transaction"));
    }

    private Account create(Given given) {
        Account account = Account.active(given.id(), "Jackfield", TokenHash.of(given.token()), clock.instant());
        accounts.insert(account);
        return account;
    }

    private Account withToken(Account known, Given given) {
        if (known.token().matches(given.token())) {
            return known;
        }
        Account changed = known.withToken(TokenHash.of(given.token()), clock.instant());
        accounts.update(changed);
        return changed;
    }
}
