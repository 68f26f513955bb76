package org.jackfield.engine.work.statistics;

import java.time.Duration;
import java.time.Instant;

/** A span of time that statistics are of, both ends included. */
public record Period(Instant from, Instant until) {

    /** How long statistics can be asked for; what is older is deleted. */
    public static final Duration KEPT = Duration.ofDays(30);

    public Period {
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("a period that ends before it starts");
        }
    }

    boolean contains(Instant at) {
        return !at.isBefore(from) && !at.isAfter(until);
    }
}
