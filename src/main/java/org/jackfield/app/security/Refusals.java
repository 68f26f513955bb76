package org.jackfield.app.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jackfield.app.settings.PublicUrl;
import org.jackfield.engine.error.ErrorCode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes errors: the shape that existing SDKs read ({@code code}, {@code message}, {@code more_info}, {@code status}) on
 * their paths, problem details (RFC 9457) on the native ones. Thread-safe.
 */
public final class Refusals {

    /** Where the native resources lie. */
    public static final String NATIVE = "/jackfield/";

    /** An access token came and was not believed (RFC 6750, section 3). */
    private static final String BEARER = "Bearer realm=\"jackfield\", error=\"invalid_token\"";

    private final JsonMapper json;
    private final PublicUrl publicUrl;

    public Refusals(JsonMapper json, PublicUrl publicUrl) {
        this.json = json;
        this.publicUrl = publicUrl;
    }

    /** Writes the error as the whole answer; does nothing when part of an answer has gone out already. */
    public void write(HttpServletRequest request, HttpServletResponse response, ErrorCode code, String detail)
            throws IOException {
        write(request, response, code, HttpStatuses.of(code), detail);
    }

    /** As above, with another status than the code's own. */
    public void write(HttpServletRequest request, HttpServletResponse response, ErrorCode code, int status,
            String detail) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        boolean isNative = request.getRequestURI().startsWith(NATIVE);
        response.resetBuffer();
        response.setStatus(status);
        response.setContentType(isNative ? "application/problem+json" : "application/json");
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        if (HttpStatuses.retryAfter(code) > 0) {
            response.setIntHeader("Retry-After", HttpStatuses.retryAfter(code));
        }
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader("WWW-Authenticate",
                    code == ErrorCode.UNAUTHENTICATED ? challenge(request) : BEARER);
        }
        response.getOutputStream()
                .write(json.writeValueAsBytes(
                        isNative ? problem(code, status, detail) : sdkError(code, status, detail)));
    }

    /** A basic challenge would make the browser ask for a password in a window of its own, over the console. */
    private static String challenge(HttpServletRequest request) {
        return request.getHeader(SessionCookie.CSRF_HEADER) == null
                ? "Basic realm=\"jackfield\", charset=\"UTF-8\""
                : "Session realm=\"jackfield\"";
    }

    private Map<String, Object> problem(ErrorCode code, int status, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", link(code));
        body.put("title", code.cause());
        body.put("status", status);
        body.put("detail", detail);
        body.put("code", code.number());
        body.put("remedy", code.remedy());
        return body;
    }

    private Map<String, Object> sdkError(ErrorCode code, int status, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code.number());
        body.put("message", detail);
        body.put("more_info", link(code));
        body.put("status", status);
        return body;
    }

    private String link(ErrorCode code) {
        return publicUrl.of("/jackfield/v1/errors/" + code.number());
    }
}
