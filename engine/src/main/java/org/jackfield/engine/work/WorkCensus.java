package org.jackfield.engine.work;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who waits and who could help now, in the workspaces that this node owns.
 *
 * @param waiting items that wait for a worker
 * @param oldest when the one that waits the longest was made; empty when none waits
 * @param available workers whose activity is available and who do not pause, busy or not
 */
public record WorkCensus(int waiting, Optional<Instant> oldest, int available) {

    /** No workspace. */
    public static final WorkCensus NONE = new WorkCensus(0, Optional.empty(), 0);

    WorkCensus plus(WorkCensus other) {
        return new WorkCensus(waiting + other.waiting,
                Stream.of(oldest, other.oldest).flatMap(Optional::stream).min(Instant::compareTo),
                available + other.available);
    }

    /** How long the oldest item has waited. */
    public Duration longestWait(Instant now) {
        return oldest.map(since -> Duration.between(since, now))
                .filter(wait -> !wait.isNegative())
                .orElse(Duration.ZERO);
    }
}
