package org.jackfield.app.metrics;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A reading that costs a question to the database: asked at most once a second however many look, and empty while the
 * database does not answer. Thread-safe; who asks holds up the others.
 */
final class Recent<T> {

    private static final Logger LOG = LoggerFactory.getLogger(Recent.class);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private final Supplier<T> question;
    private final Clock clock;
    private Instant asked = Instant.MIN;
    private Optional<T> answer = Optional.empty();

    Recent(Supplier<T> question, Clock clock) {
        this.question = question;
        this.clock = clock;
    }

    synchronized Optional<T> get() {
        Instant now = clock.instant();
        if (asked.isBefore(now.minus(FRESH)) || asked.isAfter(now)) {
            answer = ask();
            asked = now;
        }
        return answer;
    }

    private Optional<T> ask() {
        try {
            return Optional.of(question.get());
        } catch (RuntimeException away) {
            LOG.debug("no reading for monitoring", away);
            return Optional.empty();
        }
    }
}
