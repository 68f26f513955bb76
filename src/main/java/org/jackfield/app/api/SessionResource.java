package org.jackfield.app.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jackfield.app.security.Refusals;
import org.jackfield.app.security.SessionCookie;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.people.Session;
import org.jackfield.engine.people.SessionToken;
import org.jackfield.engine.people.Sessions;
import org.jackfield.engine.people.SignIn;
import org.jackfield.engine.people.User;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The console's session: open one, ask who is signed in, close it. */
@RestController
final class SessionResource {

    private static final String SESSION = Wire.NATIVE + "/session";

    private final SignIn signIn;
    private final Sessions sessions;
    private final UnitOfWork unit;
    private final SessionCookie cookie;
    private final Answers answers;

    /** How an answer gets out where the usual way does not fit. */
    @org.springframework.stereotype.Component
    record Answers(Refusals refusals, JsonMapper json) {}

    SessionResource(SignIn signIn, Sessions sessions, UnitOfWork unit, SessionCookie cookie, Answers answers) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.unit = unit;
        this.cookie = cookie;
        this.answers = answers;
    }

    @PostMapping(SESSION)
    void open(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Params params = new Params(request);
        refuseOtherSites(request);
        SignIn.Attempt attempt = new SignIn.Attempt(params.required("user"), params.required("password"),
                request.getRemoteAddr());
        switch (signIn.open(attempt)) {
            case SignIn.Result.Refused() -> answers.refusals()
                    .write(request, response, ErrorCode.UNAUTHENTICATED, "user or password is wrong");
            case SignIn.Result.Braked(Duration pause) -> {
                long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
                answers.refusals()
                        .write(request, response, ErrorCode.TOO_MANY_REQUESTS,
                                "too many failed attempts: try again in " + seconds + " s");
                response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
            }
            case SignIn.Result.Opened(Session session, SessionToken token) -> {
                response.setHeader(HttpHeaders.SET_COOKIE,
                        cookie.give(token, Duration.between(session.opened(), session.ends())));
                response.setStatus(HttpStatus.CREATED.value());
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                View view = view(token).orElseThrow(SessionResource::noSession);
                response.getOutputStream().write(answers.json().writeValueAsBytes(view));
            }
        }
    }

    @GetMapping(SESSION)
    View read(Ask ask) {
        return SessionCookie.of(ask.request()).flatMap(this::view).orElseThrow(SessionResource::noSession);
    }

    @DeleteMapping(SESSION)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(Ask ask, HttpServletResponse response) {
        SessionCookie.of(ask.request()).ifPresent(token -> unit.run(() -> sessions.close(token)));
        response.setHeader(HttpHeaders.SET_COOKIE, cookie.take());
    }

    /** Nobody else's page signs a visitor in under a name of its choice. */
    private static void refuseOtherSites(HttpServletRequest request) {
        String site = request.getHeader("Sec-Fetch-Site");
        if (site != null && !site.equals("same-origin") && !site.equals("none")) {
            throw new DomainException(ErrorCode.FORBIDDEN, "only the console's own page signs in");
        }
    }

    private Optional<View> view(SessionToken token) {
        return unit.run(() -> sessions.find(token))
                .map(in -> new View().put("account", in.account().id().value())
                        .put("account_name", in.account().friendlyName())
                        .put("name", in.session().signedIn())
                        .put("user", in.user().map(User::id))
                        .put("role", in.user().map(user -> user.role().word()).orElse("admin"))
                        .put("workspace", in.user().flatMap(User::worker).map(User.WorkerOf::workspaceId))
                        .put("worker", in.user().flatMap(User::worker).map(User.WorkerOf::workerId))
                        .put("csrf", token.csrf())
                        .put("ends", Times.iso8601(in.session().ends())));
    }

    private static DomainException noSession() {
        return new DomainException(ErrorCode.NOT_FOUND, "no session is open");
    }
}
