package org.jackfield.engine.people;

import java.time.InstantSource;
import java.util.Optional;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.directory.AccountStore;

/** Says who sends a request with a session's token, and closes sessions. Joins the open unit of work. Thread-safe. */
public final class Sessions {

    /** Who is signed in; no user when it is the account itself. */
    public record SignedIn(Account account, Session session, Optional<User> user) {}

    private static final int LONGEST = 64;

    private final AccountStore accounts;
    private final UserStore users;
    private final SessionStore sessions;
    private final InstantSource clock;

    public Sessions(AccountStore accounts, UserStore users, SessionStore sessions, InstantSource clock) {
        this.accounts = accounts;
        this.users = users;
        this.sessions = sessions;
        this.clock = clock;
    }

    /** Empty when the session ended, was closed or never was, or its account is closed. */
    public Optional<SignedIn> find(SessionToken token) {
        if (token.value().length() > LONGEST) {
            return Optional.empty();
        }
        return sessions.find(token.hash(), clock.instant())
                .flatMap(session -> accounts.find(session.account())
                        .filter(account -> account.status() != Account.Status.CLOSED)
                        .flatMap(account -> signedIn(account, session)));
    }

    private Optional<SignedIn> signedIn(Account account, Session session) {
        return session.userId().isEmpty()
                ? Optional.of(new SignedIn(account, session, Optional.empty()))
                : users.find(account.id(), session.userId().get())
                        .map(user -> new SignedIn(account, session, Optional.of(user)));
    }

    /** Closes the session of that token; no effect when there is none. */
    public void close(SessionToken token) {
        sessions.delete(token.hash());
    }
}
