package org.jackfield.engine.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.directory.Authenticator;
import org.jackfield.engine.directory.MemoryApiKeys;
import org.jackfield.engine.directory.TokenHash;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.people.SignIn.Attempt;
import org.jackfield.engine.people.SignIn.Result;
import org.jackfield.engine.people.User.WorkerOf;
import org.jackfield.engine.people.Users.Change;
import org.jackfield.engine.people.Users.NewUser;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What signing in does over any store; run on the stores in memory and on PostgreSQL. */
public abstract class PeopleContract {

    protected static final AccountId ONE = new AccountId("AC" + "1".repeat(32));
    protected static final AccountId TWO = new AccountId("AC" + "2".repeat(32));
    private static final String PASSWORD = "correct horse battery";
    private static final String HERE = "192.0.2.7";
    private static final int ROUNDS = 1_000;
    private static final Duration LIFE = Duration.ofHours(12);

    private final SettableClock clock = new SettableClock();
    private SignIn.Stores stores;
    private SignIn signIn;
    private Sessions sessions;
    private Users users;

    /** Empty stores. */
    protected abstract SignIn.Stores stores();

    @BeforeEach
    void start() {
        stores = stores();
        signIn = newSignIn();
        sessions = new Sessions(stores.accounts(), stores.users(), stores.sessions(), clock);
        users = new Users(stores, ROUNDS, new TimeOrderedIds(clock, new Random(1)), clock);
        for (AccountId account : List.of(ONE, TWO)) {
            stores.unit()
                    .run(() -> stores.accounts()
                            .insert(Account.active(account, "Test", TokenHash.of("token-of-" + account),
                                    clock.instant())));
            clock.advance(Duration.ofSeconds(1));
        }
    }

    private SignIn newSignIn() {
        return new SignIn(stores, new Authenticator(stores.accounts(), new MemoryApiKeys()),
                new SignIn.Costs(LIFE, ROUNDS), clock);
    }

    @Test
    void opensSessionWhenPersonAccountOrCapitalsAreRight() {
        User ann = add(ONE, "Ann", Role.SUPERVISOR);

        assertThat(signedIn(opened("ann", PASSWORD)).user()).map(User::id).contains(ann.id());
        assertThat(signedIn(opened(ONE.value(), "token-of-" + ONE)).user()).isEmpty();
        assertThat(signedIn(opened(TWO.value(), "token-of-" + TWO)).account().id()).isEqualTo(TWO);
    }

    @Test
    void opensNoSessionWhenAnythingIsWrong() {
        add(ONE, "ann", Role.ADMIN);
        add(TWO, "bob", Role.ADMIN);

        for (Attempt wrong : List.of(attempt("ann", "wrong"), attempt("nobody", PASSWORD), attempt("", PASSWORD),
                attempt("bob", PASSWORD), attempt("ann@elsewhere.example", PASSWORD), attempt("ann", ""),
                attempt(ONE.value(), PASSWORD), attempt("x".repeat(5_000), "y".repeat(5_000)))) {
            assertThat(signIn.open(wrong)).isInstanceOf(Result.Refused.class);
        }
    }

    @Test
    void endsSessionWhenItsTimeIsOver() {
        add(ONE, "ann", Role.ADMIN);
        SessionToken token = opened("ann", PASSWORD);

        clock.advance(LIFE.minusSeconds(1));
        assertThat(found(token)).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(found(token)).isEmpty();
    }

    @Test
    void endsSessionsWhenClosedRevokedDeletedOrChanged() {
        User ann = add(ONE, "ann", Role.ADMIN);
        SessionToken closed = opened("ann", PASSWORD);
        stores.unit().run(() -> sessions.close(closed));
        SessionToken revoked = opened("ann", PASSWORD);
        users.closeSessions(ONE, ann.id());
        SessionToken changed = opened("ann", PASSWORD);
        users.change(ONE, ann.id(), new Change(Optional.empty(), Optional.of(Role.ANALYST), Optional.empty()));
        SessionToken deleted = opened("ann", PASSWORD);
        users.delete(ONE, ann.id());

        assertThat(List.of(closed, revoked, changed, deleted)).allMatch(token -> found(token).isEmpty());
    }

    @Test
    void findsNoSessionWhenTokenIsInvented() {
        assertThat(found(SessionToken.create())).isEmpty();
        assertThat(found(new SessionToken("x".repeat(5_000)))).isEmpty();
    }

    @Test
    void makesWaitLongerWhenGuessingGoesOnAndLetsOthersIn() {
        add(ONE, "ann", Role.ADMIN);
        for (int i = 0; i < 5; i++) {
            assertThat(signIn.open(attempt("ann", "wrong"))).isInstanceOf(Result.Refused.class);
        }

        assertThat(signIn.open(attempt("ann", PASSWORD))).isEqualTo(new Result.Braked(Duration.ofSeconds(2)));
        assertThat(signIn.open(new Attempt("ann", PASSWORD, "198.51.100.9"))).isInstanceOf(Result.Opened.class);
        clock.advance(Duration.ofSeconds(2));
        assertThat(signIn.open(attempt("ann", "wrong"))).isInstanceOf(Result.Refused.class);
        assertThat(signIn.open(attempt("ann", PASSWORD))).isEqualTo(new Result.Braked(Duration.ofSeconds(4)));
        clock.advance(Duration.ofSeconds(4));
        assertThat(signIn.open(attempt("ann", PASSWORD))).isInstanceOf(Result.Opened.class);
    }

    @Test
    void brakesSourceWhenItTriesManyNames() {
        for (int i = 0; i < 50; i++) {
            assertThat(signIn.open(attempt("name" + i, "wrong"))).isInstanceOf(Result.Refused.class);
        }

        assertThat(signIn.open(attempt("another", "wrong"))).isInstanceOf(Result.Braked.class);
    }

    @Test
    void keepsNothingThatSignsInWhenStoresAreRead() {
        User ann = add(ONE, "ann", Role.ADMIN);
        SessionToken token = opened("ann", PASSWORD);
        Session kept = signedIn(token).session();

        assertThat(ann.password().text()).doesNotContain(PASSWORD);
        assertThat(kept.tokenHash()).doesNotContain(token.value());
        assertThat(found(new SessionToken(kept.tokenHash()))).isEmpty();
        assertThat(token + " " + ann).doesNotContain(token.value(), ann.password().hash());
    }

    @Test
    void refusesUsersWhenNameIsTakenOrSomethingIsMissing() {
        add(ONE, "ann", Role.ADMIN);

        for (NewUser wrong : List.of(user("ANN", PASSWORD, Role.ADMIN), user("a b", PASSWORD, Role.ADMIN),
                user("", PASSWORD, Role.ADMIN), user("bob", "short", Role.ADMIN),
                user("bob", PASSWORD, Role.AGENT))) {
            assertThatThrownBy(() -> users.create(ONE, wrong)).isInstanceOf(DomainException.class);
        }
        assertThat(users.list(ONE, Paging.first(10))).extracting(User::name).containsExactly("ann");
    }

    @Test
    void hidesUsersOfOtherAccounts() {
        User ann = add(ONE, "ann", Role.ADMIN);

        assertThat(add(TWO, "ann", Role.ADMIN).id()).isNotEqualTo(ann.id());
        assertThatThrownBy(() -> users.find(TWO, ann.id())).isInstanceOf(DomainException.class);
        assertThatThrownBy(() -> users.delete(TWO, ann.id())).isInstanceOf(DomainException.class);
        assertThat(users.list(TWO, Paging.first(10))).doesNotContain(ann);
    }

    @Test
    void keepsAgentsWorkerWhenOnlyThePasswordChanges() {
        WorkerOf desk = new WorkerOf("WS1", "WK1");
        User agent = users.create(ONE, new NewUser("tom", PASSWORD, Role.AGENT, Optional.of(desk)));

        users.change(ONE, agent.id(), new Change(Optional.of("another password"), Optional.empty(), Optional.empty()));

        assertThat(users.find(ONE, agent.id()).worker()).contains(desk);
        assertThat(signIn.open(attempt("tom", PASSWORD))).isInstanceOf(Result.Refused.class);
        assertThat(signIn.open(attempt("tom", "another password"))).isInstanceOf(Result.Opened.class);
    }

    private User add(AccountId account, String name, Role role) {
        return users.create(account, user(name, PASSWORD, role));
    }

    private static NewUser user(String name, String password, Role role) {
        return new NewUser(name, password, role, Optional.empty());
    }

    private static Attempt attempt(String name, String password) {
        return new Attempt(name, password, HERE);
    }

    private SessionToken opened(String name, String password) {
        return ((Result.Opened) signIn.open(attempt(name, password))).token();
    }

    private Optional<Sessions.SignedIn> found(SessionToken token) {
        return stores.unit().run(() -> sessions.find(token));
    }

    private Sessions.SignedIn signedIn(SessionToken token) {
        return found(token).orElseThrow();
    }
}
