package org.jackfield.app.repeat;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jackfield.app.security.Caller;
import org.jackfield.app.security.Refusals;
import org.jackfield.app.security.TokenGate;
import org.jackfield.engine.answer.KeptAnswer;
import org.jackfield.engine.answer.KeptAnswers;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.unit.StoreUnavailableException;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Does a POST with an {@code Idempotency-Key} once for each account and key. The claim of the key, what the request changes
 * and its answer commit together, so neither a crash nor a second node makes two of it. A repeat gets the kept answer for 24
 * hours; a repeat that comes while the first is at work waits for it; another request under the key is refused. Only
 * answers of success are kept: what was refused has changed nothing and is looked at anew.
 */
public final class RepeatFilter extends OncePerRequestFilter {

    /** What it works with. */
    public record Parts(KeptAnswers answers, UnitOfWork unit, InstantSource clock, Refusals refusals) {}

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotent-Replayed";

    private static final Duration LIFE = Duration.ofHours(24);
    private static final Pattern PLAUSIBLE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Parts parts;
    private final Turns turns = new Turns();

    public RepeatFilter(Parts parts) {
        super();
        this.parts = parts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        // Clients of one account are strangers to each other: none is told what another was answered.
        return !request.getMethod().equals("POST") || request.getHeader(KEY) == null || Caller.find(request).isEmpty()
                || TokenGate.grant(request).isPresent();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = request.getHeader(KEY);
        if (!PLAUSIBLE.matcher(key).matches()) {
            parts.refusals()
                    .write(request, response, ErrorCode.INVALID_PARAMETER,
                            KEY + " is not 1 to 255 visible characters");
            return;
        }
        RereadRequest readable = RereadRequest.of(request);
        Keyed keyed = Keyed.of(Caller.of(request).id(), key, readable);
        if (!turns.take(keyed.turn())) {
            parts.refusals()
                    .write(request, response, ErrorCode.CONFLICT,
                            "a request with this " + KEY + " is still at work");
            return;
        }
        try {
            answer(keyed, readable, response, chain);
        } finally {
            turns.give(keyed.turn());
        }
    }

    private void answer(Keyed keyed, RereadRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        ContentCachingResponseWrapper buffered = new ContentCachingResponseWrapper(response);
        KeptAnswer.Request claim = keyed.claim(parts.clock().instant());
        try {
            Optional<KeptAnswer> kept = parts.unit()
                    .run(() -> once(keyed, claim, () -> pass(request, buffered, chain),
                            buffered));
            if (kept.isPresent()) {
                repeat(keyed, kept.get(), request, response);
                return;
            }
            buffered.copyBodyToResponse();
        } catch (NotKeptException refused) {
            buffered.copyBodyToResponse();
        } catch (ConflictException | StoreUnavailableException lost) {
            parts.refusals().write(request, response, ErrorCode.UNAVAILABLE, "nothing was changed; send it again");
        }
    }

    private Optional<KeptAnswer> once(Keyed keyed, KeptAnswer.Request claim, Runnable request,
            ContentCachingResponseWrapper buffered) {
        Instant expired = claim.time().minus(LIFE);
        Optional<KeptAnswer> kept = parts.answers().claim(claim, expired);
        if (kept.isPresent()) {
            return kept;
        }
        request.run();
        if (buffered.getStatus() >= 300) {
            throw new NotKeptException();
        }
        String type = Optional.ofNullable(buffered.getContentType()).orElse("");
        parts.answers()
                .keep(new KeptAnswer(claim, buffered.getStatus(), type, keyed.seal(buffered.getContentAsByteArray())));
        return Optional.empty();
    }

    private void repeat(Keyed keyed, KeptAnswer kept, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!kept.request().fingerprint().equals(keyed.fingerprint())) {
            parts.refusals()
                    .write(request, response, ErrorCode.KEY_REUSED,
                            "this " + KEY + " came with another request before");
            return;
        }
        response.setStatus(kept.status());
        response.setHeader(REPLAYED, "true");
        if (!kept.contentType().isEmpty()) {
            response.setContentType(kept.contentType());
        }
        response.getOutputStream().write(keyed.open(kept.sealedBody()));
    }

    private static void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Rolls back: nothing of the request stays. */
    private static final class NotKeptException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotKeptException() {
            super("the answer is no success", null, false, false);
        }
    }
}
