package org.jackfield.engine.time;

import java.time.Instant;
import java.util.Optional;

/** A span of time: from an instant on, up to but without another; either end may be open. */
public record Span(Optional<Instant> from, Optional<Instant> before) {

    /** All times. */
    public static final Span ALWAYS = new Span(Optional.empty(), Optional.empty());

    public boolean contains(Instant time) {
        return from.map(start -> !time.isBefore(start)).orElse(true)
                && before.map(time::isBefore).orElse(true);
    }
}
