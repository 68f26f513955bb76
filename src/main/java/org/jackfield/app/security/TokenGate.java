package org.jackfield.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jackfield.engine.client.AccessGrant;
import org.jackfield.engine.client.AccessTokens;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.directory.AccountStore;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.unit.UnitOfWork;

/**
 * Lets clients in that come with an access token (RFC 6750, section 2.1). A token opens the registrations of its own identity
 * and nothing else: everywhere else it is no credential. Thread-safe.
 */
public final class TokenGate {

    private static final String SCHEME = "Bearer ";
    private static final String GRANT = AccessGrant.class.getName();
    private static final Pattern OPEN = Pattern
            .compile("/(client/v1/registrations|jackfield/v1/registrations(/[A-Za-z0-9]+(/status)?)?)");

    private final AccessTokens tokens;
    private final AccountStore accounts;
    private final UnitOfWork unit;

    public TokenGate(AccessTokens tokens, AccountStore accounts, UnitOfWork unit) {
        this.tokens = tokens;
        this.accounts = accounts;
        this.unit = unit;
    }

    /** Whether the request comes with a token, to where tokens are taken. */
    static boolean concerns(HttpServletRequest request, String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && OPEN.matcher(request.getRequestURI()).matches();
    }

    /**
     * The account of the token; what the token grants goes with the request.
     *
     * @throws DomainException one of the {@code TOKEN_...} codes
     */
    Caller admit(HttpServletRequest request, String header) {
        AccessGrant grant = tokens.verify(header.substring(SCHEME.length()).strip());
        Account account = unit.read(() -> accounts.find(grant.account()))
                .filter(found -> found.status() != Account.Status.CLOSED)
                .orElseThrow(() -> new DomainException(ErrorCode.TOKEN_ISSUER, "the account is closed"));
        request.setAttribute(GRANT, grant);
        return new Caller(account);
    }

    /** What the token of the request grants; empty when the account or a person signed in. */
    public static Optional<AccessGrant> grant(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(GRANT)).map(AccessGrant.class::cast);
    }
}
