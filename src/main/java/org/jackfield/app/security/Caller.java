package org.jackfield.app.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.people.User;
import org.jackfield.engine.tenant.AccountId;

/** Who sent a request: the account that signed in, and the person when it is one of the console's users. */
public record Caller(Account account, Optional<User> user) {

    private static final String ATTRIBUTE = Caller.class.getName();

    /** The account itself. */
    public Caller(Account account) {
        this(account, Optional.empty());
    }

    public AccountId id() {
        return account.id();
    }

    void attach(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** Who signed in, if the request had to and got so far. */
    public static Optional<Caller> find(HttpServletRequest request) {
        return Optional.ofNullable(request.getAttribute(ATTRIBUTE)).map(Caller.class::cast);
    }

    /** The account that signed in; every path that reaches a resource has one. */
    public static Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("a resource was reached without signing in: " + request.getRequestURI());
    }
}
