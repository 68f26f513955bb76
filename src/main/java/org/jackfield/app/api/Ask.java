package org.jackfield.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.tenant.AccountId;

/**
 * What a resource is asked: by whom, for which account (the caller's own, or a sub-account of his), which path, with which
 * parameters. Made by {@link AskResolver}.
 */
record Ask(Account caller, Account acting, Map<String, String> path, Params params, HttpServletRequest request) {

    /** The account whose things are asked for. */
    AccountId account() {
        return acting.id();
    }

    /** The account's id as text. */
    String sid() {
        return account().value();
    }

    /** A variable of the path. */
    String path(String name) {
        String value = path.get(name);
        if (value == null) {
            throw new DomainException(ErrorCode.INTERNAL, "the path has no " + name);
        }
        return value;
    }

    PageOf page() {
        return new PageOf(request);
    }
}
