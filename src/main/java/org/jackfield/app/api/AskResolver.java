package org.jackfield.app.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
 * Makes the {@link Ask} of a request: a path of another account is not found, a parameter that the operation does not
 * know, or that does not work yet, is refused.
 */
public final class AskResolver implements HandlerMethodArgumentResolver {

    private static final String ACCOUNT = "AccountSid";

    private final Operations operations;

    public AskResolver(Operations operations) {
        this.operations = operations;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Ask.class;
    }

    @Override
    public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest web, @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        Ask ask = Ask.of(request, variables(request));
        String account = ask.path().get(ACCOUNT);
        if (account != null && !account.equals(ask.sid())) {
            throw new DomainException(ErrorCode.NOT_FOUND, "no account " + account);
        }
        String pattern = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
        operations.check(request.getMethod(), pattern, request.getParameterMap().keySet());
        return ask;
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
