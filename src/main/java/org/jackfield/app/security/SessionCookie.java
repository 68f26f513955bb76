package org.jackfield.app.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jackfield.app.settings.PublicUrl;
import org.jackfield.engine.people.SessionToken;
import org.springframework.http.ResponseCookie;

/**
 * The console's cookie (RFC 6265): no script reads it, no other site makes the browser send it, and it is marked secure
 * where the console is reached by HTTPS.
 */
public final class SessionCookie {

    /** With each request of the console: proves that a page of ours made it (see {@link SessionToken#csrf}). */
    public static final String CSRF_HEADER = "Jackfield-CSRF";

    private static final String NAME = "jackfield_session";

    private final PublicUrl publicUrl;

    public SessionCookie(PublicUrl publicUrl) {
        this.publicUrl = publicUrl;
    }

    /** The token that came with the request. */
    public static Optional<SessionToken> of(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(NAME))
                        .map(Cookie::getValue)
                        .filter(value -> !value.isEmpty())
                        .findFirst()
                        .map(SessionToken::new);
    }

    /** The value of {@code Set-Cookie} that gives the token to the browser. */
    public String give(SessionToken token, Duration life) {
        return cookie(token.value(), life);
    }

    /** The value that takes it away. */
    public String take() {
        return cookie("", Duration.ZERO);
    }

    private String cookie(String value, Duration life) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .sameSite("Strict")
                .secure(publicUrl.of("/").startsWith("https:"))
                .path("/")
                .maxAge(life)
                .build()
                .toString();
    }
}
