package org.jackfield.app.api;

import java.time.Duration;
import java.util.Optional;
import org.jackfield.app.security.TokenGate;
import org.jackfield.engine.client.AccessGrant;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.presence.ClientRegistration;
import org.jackfield.engine.presence.ClientRegistrations;
import org.jackfield.engine.presence.ClientRegistrations.Wish;
import org.jackfield.engine.presence.PresenceStatus;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Clients say that they can be called, and how they are. They come with an access token and see their own identity's registrations
 * only; the account itself may change a status and end a registration, but not register.
 */
@RestController
final class RegistrationResource {

    private static final String ALL = Wire.NATIVE + "/registrations";
    private static final String ONE = ALL + "/{sid}";

    private final ClientRegistrations registrations;

    RegistrationResource(ClientRegistrations registrations) {
        this.registrations = registrations;
    }

    @PostMapping({ALL, "/client/v1/registrations"})
    @ResponseStatus(HttpStatus.CREATED)
    View register(Ask ask) {
        return view(registrations.register(token(ask), wish(ask)));
    }

    @PostMapping(ONE)
    View renew(Ask ask) {
        ClientRegistration known = registrations.find(ask.account(), identity(ask), ask.path("sid"));
        return view(registrations.renew(token(ask), known.id(), wish(ask)));
    }

    @PutMapping(ONE + "/status")
    View say(Ask ask) {
        PresenceStatus status = status(ask.params().required("status"));
        return view(registrations.setStatus(ask.account(), identity(ask), ask.path("sid"), status));
    }

    @DeleteMapping(ONE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Ask ask) {
        registrations.end(ask.account(), identity(ask), ask.path("sid"));
    }

    private static AccessGrant token(Ask ask) {
        return TokenGate.grant(ask.request())
                .orElseThrow(() -> new DomainException(ErrorCode.FORBIDDEN,
                        "only a client registers, with its access token after Bearer"));
    }

    private static Optional<String> identity(Ask ask) {
        return TokenGate.grant(ask.request()).map(AccessGrant::identity);
    }

    private static Wish wish(Ask ask) {
        return new Wish(ask.params().text("device"), ask.params().text("status").map(RegistrationResource::status),
                ask.params()
                        .number("ttl", (int) ClientRegistrations.SHORTEST.toSeconds(),
                                (int) ClientRegistrations.LONGEST.toSeconds())
                        .map(Duration::ofSeconds));
    }

    static PresenceStatus status(String word) {
        return PresenceStatus.of(word)
                .orElseThrow(() -> Params.invalid("status", "is not available, away, busy or offline"));
    }

    private static View view(ClientRegistration registration) {
        return new View().put("sid", registration.id())
                .put("identity", registration.identity())
                .put("device", registration.device())
                .put("status", registration.status().word())
                .put("node", registration.node())
                .put("created", registration.created().toString())
                .put("renewed", registration.renewed().toString())
                .put("expires", registration.expires().toString());
    }
}
