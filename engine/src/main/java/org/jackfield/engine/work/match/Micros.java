package org.jackfield.engine.work.match;

import java.time.Instant;

/** Instants as microseconds since 1970: as exact as the database keeps them, and quick to compare. */
final class Micros {

    private static final long A_SECOND = 1_000_000;
    private static final int NANOS = 1_000;

    private Micros() {}

    static long of(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), A_SECOND), instant.getNano() / NANOS);
    }
}
