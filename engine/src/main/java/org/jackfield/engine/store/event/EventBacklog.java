package org.jackfield.engine.store.event;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.store.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The events that are committed and not yet in the stream.
 *
 * @param events how many
 * @param oldest when the oldest of them happened; empty when there is none
 */
public record EventBacklog(long events, Optional<Instant> oldest) {

    /** Looks at the index of events without a position, which is as large as the backlog. */
    public static EventBacklog read(JdbcClient jdbc) {
        return jdbc.sql(
                "SELECT count(*) AS events, coalesce(min(time), 'epoch') AS oldest FROM event WHERE position IS NULL")
                .query((row, number) -> {
                    long events = row.getLong("events");
                    return new EventBacklog(events,
                            events == 0 ? Optional.empty() : Optional.of(Rows.instant(row, "oldest")));
                })
                .single();
    }

    /** How long the oldest has waited. */
    public Duration lag(Instant now) {
        return oldest.map(since -> Duration.between(since, now)).filter(lag -> !lag.isNegative()).orElse(Duration.ZERO);
    }
}
