package org.jackfield.engine.directory;

import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.IdPrefix;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.id.Secrets;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;

/**
 * Makes sub-accounts, renames, suspends and closes them. Only the owner changes a status, never its own: nobody locks
 * himself out or lets himself in again. Thread-safe.
 */
public final class Accounts {

    /** A new account and its token, which nobody is told again. */
    public record NewAccount(Account account, String token) {
        @Override
        public String toString() {
            return "NewAccount[" + account.id() + "]";
        }
    }

    /** What to change; what is empty stays as it is. */
    public record Change(Optional<String> friendlyName, Optional<Account.Status> status) {}

    private static final int TOKEN_BYTES = 16;
    private static final int LONGEST_NAME = 64;

    private final AccountStore store;
    private final UnitOfWork unit;
    private final Ids ids;
    private final InstantSource clock;

    public Accounts(AccountStore store, UnitOfWork unit, Ids ids, InstantSource clock) {
        this.store = store;
        this.unit = unit;
        this.ids = ids;
        this.clock = clock;
    }

    /** @throws DomainException FORBIDDEN when the owner is a sub-account itself */
    public NewAccount create(Account owner, Optional<String> friendlyName) {
        if (owner.owner().isPresent()) {
            throw new DomainException(ErrorCode.FORBIDDEN, "a sub-account has no sub-accounts");
        }
        String token = HexFormat.of().formatHex(Secrets.bytes(TOKEN_BYTES));
        AccountId id = new AccountId(ids.next(IdPrefix.ACCOUNT));
        Account account = Account
                .active(id, checkedName(friendlyName.orElse("Sub-account")), TokenHash.of(token), clock.instant())
                .ownedBy(owner.id());
        unit.run(() -> store.insert(account));
        return new NewAccount(account, token);
    }

    /** The account of that id, when the caller may act for it; NOT_FOUND otherwise. */
    public Account actedFor(Account caller, String id) {
        if (caller.id().value().equals(id)) {
            return caller;
        }
        return Optional.of(id)
                .filter(IdPrefix.ACCOUNT::matches)
                .flatMap(text -> unit.read(() -> store.find(new AccountId(text))))
                .filter(caller::mayActFor)
                .orElseThrow(() -> new DomainException(ErrorCode.NOT_FOUND, "no account " + id));
    }

    /** @throws DomainException FORBIDDEN, ILLEGAL_STATE (closed), NOT_FOUND */
    public Account change(Account caller, Account account, Change change) {
        return unit.run(() -> {
            Account known = actedFor(caller, account.id().value());
            change.status().ifPresent(status -> checkStatus(caller, known, status));
            Account named = change.friendlyName()
                    .map(name -> known.withFriendlyName(checkedName(name), clock.instant()))
                    .orElse(known);
            Account changed = change.status().map(status -> named.withStatus(status, clock.instant())).orElse(named);
            store.update(changed);
            return changed;
        });
    }

    public List<Account> list(Account caller, AccountStore.Filter filter, Paging paging) {
        return unit.read(() -> store.list(caller.id(), filter, paging));
    }

    private static void checkStatus(Account caller, Account known, Account.Status wanted) {
        if (known.id().equals(caller.id())) {
            throw new DomainException(ErrorCode.FORBIDDEN, "only the owner of an account changes its status");
        }
        if (known.status() == Account.Status.CLOSED && wanted != Account.Status.CLOSED) {
            throw new DomainException(ErrorCode.ILLEGAL_STATE, "a closed account stays closed");
        }
    }

    private static String checkedName(String name) {
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "FriendlyName needs 1 to " + LONGEST_NAME + " characters");
        }
        return name;
    }
}
