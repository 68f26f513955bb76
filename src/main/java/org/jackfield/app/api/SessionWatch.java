package org.jackfield.app.api;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jackfield.app.security.SessionCookie;
import org.jackfield.engine.people.SessionToken;
import org.jackfield.engine.people.Sessions;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.jackfield.engine.unit.UnitOfWork;

/** Says when the session behind a long answer ended or was revoked. Confined to the thread of its request. */
final class SessionWatch {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Optional<SessionToken> token;
    private final Sessions sessions;
    private final UnitOfWork unit;
    private final InstantSource clock;
    private Instant nextLook;

    SessionWatch(Ask ask, Sessions sessions, UnitOfWork unit, InstantSource clock) {
        boolean isByPassword = ask.request().getHeader("Authorization") != null;
        this.token = isByPassword ? Optional.empty() : SessionCookie.of(ask.request());
        this.sessions = sessions;
        this.unit = unit;
        this.clock = clock;
        this.nextLook = clock.instant().plus(BETWEEN_LOOKS);
    }

    /** Looks every few seconds; while the database is away the session stays. */
    boolean isOver() {
        if (token.isEmpty() || clock.instant().isBefore(nextLook)) {
            return false;
        }
        nextLook = clock.instant().plus(BETWEEN_LOOKS);
        try {
            return unit.run(() -> sessions.find(token.get())).isEmpty();
        } catch (StoreUnavailableException away) {
            return false;
        }
    }
}
