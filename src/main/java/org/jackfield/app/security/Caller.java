package org.jackfield.app.security;

import jakarta.servlet.http.HttpServletRequest;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.tenant.AccountId;

/** Who sent a request: the account that signed in. */
public record Caller(Account account) {

    private static final String ATTRIBUTE = Caller.class.getName();

    public AccountId id() {
        return account.id();
    }

    void attach(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The account that signed in; every path that reaches a resource has one. */
    public static Caller of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("a resource was reached without signing in: " + request.getRequestURI());
    }
}
