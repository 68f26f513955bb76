package org.jackfield.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jackfield.app.security.Caller;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.directory.Accounts;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Makes the {@link Ask} of a request: a path of an account that the caller may not act for is not found; in a sub-account
 * that is not active nothing is created or changed; a parameter that the operation does not know, or that does not work
 * yet, is refused.
 */
public final class AskResolver implements HandlerMethodArgumentResolver {

    private static final String ACCOUNT = "AccountSid";

    private static final Set<String> CHANGING = Set.of("POST", "PUT");

    private final Operations operations;
    private final Accounts accounts;

    public AskResolver(Operations operations, Accounts accounts) {
        this.operations = operations;
        this.accounts = accounts;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Ask.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest web, @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Map<String, String> path = variables(request);
        Account caller = Caller.of(request).account();
        Account acting = accounts.actedFor(caller, path.getOrDefault(ACCOUNT, caller.id().value()));
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        if (!acting.isActive() && CHANGING.contains(request.getMethod()) && !pattern.equals(Wire.ACCOUNT + ".json")) {
            throw new DomainException(ErrorCode.ACCOUNT_NOT_ACTIVE, "the account " + acting.id() + " is not active");
        }
        operations.check(request.getMethod(), pattern, request.getParameterMap().keySet());
        return new Ask(caller, acting, path, new Params(request), request);
    }

    private static Map<String, String> variables(HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map
                ? map.entrySet()
                        .stream()
                        .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()),
                                entry -> String.valueOf(entry.getValue())))
                : Map.of();
    }
}
