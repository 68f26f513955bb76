package org.jackfield.engine.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.Random;
import org.jackfield.engine.directory.Account.Status;
import org.jackfield.engine.directory.Accounts.Change;
import org.jackfield.engine.directory.Accounts.NewAccount;
import org.jackfield.engine.directory.ApiKeys.NewKey;
import org.jackfield.engine.directory.SigningSecrets.SigningSecret;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.unit.UnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sub-accounts and keys over any store; run on the stores in memory and on PostgreSQL. */
public abstract class AccountsContract {

    /** The stores under test and the unit of work that they join. */
    public record Stores(AccountStore accounts, ApiKeyStore keys, SigningSecrets secrets, SipAccessStore sip,
            UnitOfWork unit) {}

    private static final AccountId MAIN = new AccountId("AC" + "1".repeat(32));
    private static final Paging ALL = Paging.first(100);

    private final SettableClock clock = new SettableClock();
    private Stores stores;
    private Accounts accounts;
    private ApiKeys keys;
    private Account main;

    /** Empty stores. */
    protected abstract Stores stores();

    @BeforeEach
    void start() {
        stores = stores();
        TimeOrderedIds ids = new TimeOrderedIds(clock, new Random(5));
        accounts = new Accounts(stores.accounts(), stores.unit(), ids, clock);
        keys = new ApiKeys(stores.keys(), stores.secrets(), stores.unit(), ids, clock);
        main = Account.active(MAIN, "Main", TokenHash.of("main-token"), clock.instant());
        stores.unit().run(() -> stores.accounts().insert(main));
    }

    @Test
    void makesSubAccountThatSignsInWithItsOwnToken() {
        NewAccount made = accounts.create(main, Optional.of("Branch"));

        assertThat(made.token()).hasSize(32);
        assertThat(signedIn(made.account().id().value(), made.token())).contains(made.account());
        assertThat(signedIn(made.account().id().value(), "main-token")).isEmpty();
        assertThat(made.toString()).doesNotContain(made.token());
        assertThat(accounts.list(main, AccountStore.Filter.all(), ALL)).containsExactlyInAnyOrder(main,
                made.account());
        assertThat(accounts.list(made.account(), AccountStore.Filter.all(), ALL)).containsExactly(made.account());
        refuses(ErrorCode.FORBIDDEN, () -> accounts.create(made.account(), Optional.empty()));
    }

    @Test
    void letsOnlyTheOwnerActForItsSubAccount() {
        Account one = accounts.create(main, Optional.of("One")).account();
        Account two = accounts.create(main, Optional.of("Two")).account();

        assertThat(accounts.actedFor(main, one.id().value())).isEqualTo(one);
        assertThat(accounts.actedFor(one, one.id().value())).isEqualTo(one);
        refuses(ErrorCode.NOT_FOUND, () -> accounts.actedFor(one, two.id().value()));
        refuses(ErrorCode.NOT_FOUND, () -> accounts.actedFor(one, MAIN.value()));
        refuses(ErrorCode.NOT_FOUND, () -> accounts.actedFor(main, ""));
        refuses(ErrorCode.NOT_FOUND, () -> accounts.change(one, two, status(Status.CLOSED)));
    }

    @Test
    void suspendsOpensAndClosesSubAccounts() {
        NewAccount made = accounts.create(main, Optional.of("Branch"));
        String id = made.account().id().value();

        assertThat(accounts.change(main, made.account(), status(Status.SUSPENDED)).isActive()).isFalse();
        assertThat(signedIn(id, made.token())).map(Account::status).contains(Status.SUSPENDED);
        assertThat(accounts.list(main, new AccountStore.Filter(Optional.empty(), Optional.of(Status.SUSPENDED)), ALL))
                .extracting(Account::id)
                .containsExactly(made.account().id());
        assertThat(accounts.change(main, made.account(), status(Status.ACTIVE)).isActive()).isTrue();
        accounts.change(main, made.account(), status(Status.CLOSED));

        assertThat(signedIn(id, made.token())).isEmpty();
        refuses(ErrorCode.ILLEGAL_STATE, () -> accounts.change(main, made.account(), status(Status.ACTIVE)));
    }

    @Test
    void refusesToChangeOwnStatus() {
        Account one = accounts.create(main, Optional.of("One")).account();

        refuses(ErrorCode.FORBIDDEN, () -> accounts.change(main, main, status(Status.CLOSED)));
        refuses(ErrorCode.FORBIDDEN, () -> accounts.change(one, one, status(Status.SUSPENDED)));
        refuses(ErrorCode.INVALID_PARAMETER,
                () -> accounts.change(one, one, new Change(Optional.of(" "), Optional.empty())));
        assertThat(accounts.change(one, one, new Change(Optional.of("Uno"), Optional.empty())).friendlyName())
                .isEqualTo("Uno");
    }

    @Test
    void knowsNoSipUserOfSuspendedAccount() {
        Account one = accounts.create(main, Optional.of("One")).account();
        SipAdministration sip = new SipAdministration(stores.sip(), stores.unit(),
                new TimeOrderedIds(clock, new Random(6)), clock);
        String list = sip.createList(one.id(), "agents").id();
        sip.createCredential(one.id(), list, "alice", "Correct-Horse-1");
        sip.map(one.id(), sip.createDomain(one.id(), "one.example.org", Optional.empty()).id(), list);
        StoredSipDirectory directory = new StoredSipDirectory(stores.sip(), stores.accounts(), stores.unit());
        var domain = directory.findDomain("one.example.org").orElseThrow();

        assertThat(directory.findUser(domain, "alice")).isPresent();
        accounts.change(main, one, status(Status.SUSPENDED));

        assertThat(directory.findUser(domain, "alice")).isEmpty();
    }

    @Test
    void signsInWithKeyUntilItIsDeleted() {
        NewKey made = keys.create(MAIN, Optional.of("ci"));

        assertThat(made.secret().length()).isGreaterThanOrEqualTo(32);
        assertThat(made.toString()).doesNotContain(made.secret());
        assertThat(signedIn(made.key().id(), made.secret())).contains(main);
        assertThat(signedIn(made.key().id(), "main-token")).isEmpty();
        assertThat(signedIn(MAIN.value(), made.secret())).isEmpty();
        assertThat(keys.find(MAIN, made.key().id()).friendlyName()).isEqualTo("ci");
        assertThat(keys.rename(MAIN, made.key().id(), Optional.of("cd")).friendlyName()).isEqualTo("cd");
        assertThat(signedIn(made.key().id(), made.secret())).contains(main);
        keys.delete(MAIN, made.key().id());

        assertThat(signedIn(made.key().id(), made.secret())).isEmpty();
        refuses(ErrorCode.NOT_FOUND, () -> keys.delete(MAIN, made.key().id()));
    }

    @Test
    void keepsTheSecretOfAKeyToCheckSignaturesUntilItIsDeleted() {
        NewKey made = keys.create(MAIN, Optional.empty());
        NewKey other = keys.create(MAIN, Optional.empty());

        assertThat(secret(made)).contains(new SigningSecret(MAIN, made.key().id(), made.secret()));
        assertThat(secret(made).toString()).doesNotContain(made.secret());
        keys.delete(MAIN, made.key().id());

        assertThat(secret(made)).isEmpty();
        assertThat(secret(other)).isPresent();
    }

    @Test
    void keepsKeysOfAccountsApart() {
        AccountId other = accounts.create(main, Optional.of("One")).account().id();
        String key = keys.create(MAIN, Optional.empty()).key().id();

        refuses(ErrorCode.NOT_FOUND, () -> keys.find(other, key));
        refuses(ErrorCode.NOT_FOUND, () -> keys.rename(other, key, Optional.of("mine")));
        refuses(ErrorCode.NOT_FOUND, () -> keys.delete(other, key));
        assertThat(keys.list(other, ALL)).isEmpty();
        assertThat(keys.list(MAIN, ALL)).extracting(ApiKey::id).containsExactly(key);
    }

    private Optional<SigningSecret> secret(NewKey made) {
        return stores.unit().run(() -> stores.secrets().find(made.key().id()));
    }

    private Optional<Account> signedIn(String user, String secret) {
        return stores.unit().run(() -> new Authenticator(stores.accounts(), stores.keys()).authenticate(user, secret));
    }

    private static Change status(Status status) {
        return new Change(Optional.empty(), Optional.of(status));
    }

    private static void refuses(ErrorCode code, Runnable request) {
        assertThatThrownBy(request::run).isInstanceOfSatisfying(DomainException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
