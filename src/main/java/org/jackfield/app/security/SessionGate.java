package org.jackfield.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.people.SessionToken;
import org.jackfield.engine.people.Sessions;
import org.jackfield.engine.unit.UnitOfWork;

/** Lets the console's requests in: those with the cookie of an open session, and changes only from a page of ours. */
final class SessionGate {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    private final Sessions sessions;
    private final UnitOfWork unit;

    SessionGate(Sessions sessions, UnitOfWork unit) {
        this.sessions = sessions;
        this.unit = unit;
    }

    /**
     * The caller; empty without an open session.
     *
     * @throws DomainException FORBIDDEN when another page may have made the request, or the person's role does not allow it
     */
    Optional<Caller> admit(HttpServletRequest request) {
        Optional<SessionToken> token = SessionCookie.of(request);
        Optional<Sessions.SignedIn> found = token.flatMap(given -> unit.run(() -> sessions.find(given)));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        String proof = Optional.ofNullable(request.getHeader(SessionCookie.CSRF_HEADER)).orElse("");
        if (!SAFE.contains(request.getMethod()) && !token.get().isCsrf(proof)) {
            throw new DomainException(ErrorCode.FORBIDDEN,
                    "a change by a session needs the header " + SessionCookie.CSRF_HEADER + " as GET session tells it");
        }
        return found.map(signedIn -> new Caller(signedIn.account(), signedIn.user()));
    }
}
