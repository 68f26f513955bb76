package org.jackfield.engine.work.callback;

import java.time.Duration;

/**
 * How long an address that fails is tried again.
 *
 * @param longestPause between two attempts; the pause begins at a second and doubles with each failure
 * @param giveUpAfter how old an event may become before a failed attempt is its last
 */
public record Patience(Duration longestPause, Duration giveUpAfter) {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final int MOST_DOUBLINGS = 20;

    /** The pause after so many failures in a row. */
    Duration pause(int failures) {
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
        return pause.compareTo(longestPause) < 0 ? pause : longestPause;
    }
}
