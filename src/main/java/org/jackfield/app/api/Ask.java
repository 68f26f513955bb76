package org.jackfield.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jackfield.app.security.Caller;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.tenant.AccountId;

/** What a resource is asked: by whom, for which path, with which parameters. Made by {@link AskResolver}. */
record Ask(Account caller, Map<String, String> path, Params params, HttpServletRequest request) {

    static Ask of(HttpServletRequest request, Map<String, String> path) {
        return new Ask(Caller.of(request).account(), path, new Params(request), request);
    }

    AccountId account() {
        return caller.id();
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
