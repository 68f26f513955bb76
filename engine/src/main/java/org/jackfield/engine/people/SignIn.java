package org.jackfield.engine.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.directory.AccountStore;
import org.jackfield.engine.directory.Authenticator;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.SipDirectory;
import org.jackfield.engine.throttle.GuessBrake;
import org.jackfield.engine.unit.UnitOfWork;

/**
 * Opens sessions: for an account by its id and token (or one of its keys), for a person by name and password. A person is
 * {@code NAME} in the first account, {@code NAME@DOMAIN} in the account that owns the SIP domain. Whatever is wrong, answer
 * and cost are the same. Guessing is slowed down by name and by source. Thread-safe.
 */
public final class SignIn {

    /** Who wants in, with what, from which network address. */
    public record Attempt(String name, String secret, String source) {
        @Override
        public String toString() {
            return "Attempt[" + source + "]";
        }
    }

    /** What comes of it. */
    public sealed interface Result {

        /** Signed in; the token goes into the cookie and is kept nowhere else. */
        record Opened(Session session, SessionToken token) implements Result {}

        /** Something about name or secret is wrong. */
        record Refused() implements Result {}

        /** Too many failures: not looked at. */
        record Braked(Duration pause) implements Result {}
    }

    /** How long a session lasts and how slow a password is. */
    public record Costs(Duration sessionLife, int passwordRounds) {}

    /** Where accounts, people and sessions are. */
    public record Stores(AccountStore accounts, UserStore users, SessionStore sessions, SipDirectory domains,
            UnitOfWork unit) {}

    private static final Pattern ACCOUNT_OR_KEY = Pattern.compile("(?:AC|SK)[0-9a-fA-F]{32}");
    private static final int LONGEST = 256;
    /** Passwords that are checked at one time, so that guessing leaves processors to the calls. */
    private static final int AT_ONCE = 2;
    /** How long an attempt waits for its turn to be checked. */
    private static final Duration LONGEST_TURN = Duration.ofSeconds(3);

    private final Stores stores;
    private final Authenticator authenticator;
    private final Costs costs;
    private final InstantSource clock;
    private final GuessBrake brake = new GuessBrake();
    private final Semaphore checks = new Semaphore(AT_ONCE);
    private final PasswordHash nobody;

    public SignIn(Stores stores, Authenticator authenticator, Costs costs, InstantSource clock) {
        this.stores = stores;
        this.authenticator = authenticator;
        this.costs = costs;
        this.clock = clock;
        this.nobody = PasswordHash.nobody(costs.passwordRounds());
    }

    public Result open(Attempt attempt) {
        Instant now = clock.instant();
        String name = cut(attempt.name());
        Duration wait = brake.waitOf(name, attempt.source(), now);
        if (!wait.isZero()) {
            return new Result.Braked(wait);
        }
        if (!mayCheck()) {
            return new Result.Braked(Duration.ofSeconds(1));
        }
        try {
            Optional<Session> session = check(name, cut(attempt.secret()), now);
            if (session.isEmpty()) {
                brake.failed(name, attempt.source(), now);
                return new Result.Refused();
            }
            brake.succeeded(name, attempt.source());
            return open(session.get(), now);
        } finally {
            checks.release();
        }
    }

    private boolean mayCheck() {
        try {
            return checks.tryAcquire(LONGEST_TURN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Result open(Session checked, Instant now) {
        SessionToken token = SessionToken.create();
        Session session = new Session(checked.account(), token.hash(), checked.signedIn(), checked.userId(), now,
                now.plus(costs.sessionLife()));
        stores.unit().run(() -> {
            stores.sessions().deleteEnded(now);
            stores.sessions().insert(session);
        });
        return new Result.Opened(session, token);
    }

    /** Who it is, in a session that has no token yet. */
    private Optional<Session> check(String name, String secret, Instant now) {
        if (ACCOUNT_OR_KEY.matcher(name).matches()) {
            return stores.unit()
                    .run(() -> authenticator.authenticate(name, secret))
                    .map(account -> new Session(account.id(), "", name, Optional.empty(), now, now));
        }
        Optional<User> user = stores.unit().run(() -> named(name));
        boolean matches = user.map(User::password).orElse(nobody).matches(secret);
        return user.filter(found -> matches)
                .map(found -> new Session(found.account(), "", found.name(), Optional.of(found.id()), now, now));
    }

    private Optional<User> named(String name) {
        int at = name.lastIndexOf('@');
        Optional<AccountId> account = at < 0
                ? stores.accounts().first().map(Account::id)
                : stores.domains().findDomain(name.substring(at + 1)).map(SipDirectory.SipDomain::account);
        return account.flatMap(stores.accounts()::find)
                .filter(found -> found.status() != Account.Status.CLOSED)
                .flatMap(found -> stores.users().named(found.id(), at < 0 ? name : name.substring(0, at)));
    }

    private static String cut(String text) {
        return text.length() > LONGEST ? "" : text;
    }
}
