package org.jackfield.app.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jackfield.engine.directory.Authenticator;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.people.Sessions;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.jackfield.engine.unit.UnitOfWork;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs every request in, but for the health of the instance and for signing in itself: by HTTP basic authentication
 * (RFC 7617) with an account and its token or a key and its secret, or, where there is none, by the cookie of a session of the console; clients
 * by their access token, where they register. What a person may do depends on the role.
 * The refusal is the same whatever was wrong, but for an account that is suspended, which whoever signed in is told.
 */
public final class SignInFilter extends OncePerRequestFilter {

    private static final String HEALTH = "/actuator/health";
    private static final String SESSION = "/jackfield/v1/session";
    private static final String SCHEME = "Basic ";

    private final Authenticator authenticator;
    private final SessionGate sessions;
    private final TokenGate tokens;
    private final UnitOfWork unit;
    private final Refusals refusals;

    public SignInFilter(Authenticator authenticator, Sessions sessions, TokenGate tokens, UnitOfWork unit,
            Refusals refusals) {
        this.authenticator = authenticator;
        this.tokens = tokens;
        this.sessions = new SessionGate(sessions, unit);
        this.unit = unit;
        this.refusals = refusals;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.equals(HEALTH) || path.startsWith(HEALTH + "/")
                || (path.equals(SESSION) && request.getMethod().equals("POST"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional<Caller> found;
        try {
            found = signIn(request);
        } catch (StoreUnavailableException away) {
            refusals.write(request, response, ErrorCode.UNAVAILABLE, "the database is away");
            return;
        } catch (DomainException refused) {
            refusals.write(request, response, refused.code(), String.valueOf(refused.getMessage()));
            return;
        }
        if (found.isEmpty()) {
            refusals.write(request, response, ErrorCode.UNAUTHENTICATED, "Authenticate");
            return;
        }
        Caller caller = found.get();
        if (!caller.account().isActive()) {
            refusals.write(request, response, ErrorCode.ACCOUNT_NOT_ACTIVE, "the account is not active");
            return;
        }
        if (caller.user().filter(user -> !Permissions.allow(user, request)).isPresent()) {
            refusals.write(request, response, ErrorCode.FORBIDDEN, "your role does not allow this");
            return;
        }
        caller.attach(request);
        try (MDC.MDCCloseable _ = MDC.putCloseable("account", caller.id().value())) {
            chain.doFilter(request, response);
        }
    }

    private Optional<Caller> signIn(HttpServletRequest request) {
        String header = request.getHeader("Authorization");
        if (header == null) {
            return sessions.admit(request);
        }
        if (TokenGate.concerns(request, header)) {
            return Optional.of(tokens.admit(request, header));
        }
        String[] pair = credentials(header);
        return unit.run(() -> authenticator.authenticate(pair[0], pair[1])).map(Caller::new);
    }

    /** User and password; two empty texts, which nobody has, when the header is missing or malformed. */
    private static String[] credentials(String header) {
        String[] nobody = {"", ""};
        if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return nobody;
        }
        try {
            byte[] bytes = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
            String text = new String(bytes, StandardCharsets.UTF_8);
            int colon = text.indexOf(':');
            return colon < 0 ? nobody : new String[]{text.substring(0, colon), text.substring(colon + 1)};
        } catch (IllegalArgumentException notBase64) {
            return nobody;
        }
    }
}
