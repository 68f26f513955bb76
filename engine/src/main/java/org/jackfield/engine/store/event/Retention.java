package org.jackfield.engine.store.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jackfield.engine.store.Rows;

/**
 * Deletes events past their time, a batch at a time, oldest first. A key of which nothing is left is forgotten with its
 * sequence number, unless it was used meanwhile.
 */
final class Retention {

    private static final Duration BETWEEN = Duration.ofMinutes(10);
    private static final int BATCH = 5_000;
    private static final String DELETE = """
            WITH old AS (
                DELETE FROM event WHERE (account_id, id) IN (
                    SELECT account_id, id FROM event
                    WHERE position IS NOT NULL AND time < ? ORDER BY position LIMIT ?)
                RETURNING account_id, key, seq),
            ended AS (SELECT account_id, key, max(seq) AS seq FROM old GROUP BY account_id, key)
            DELETE FROM event_key USING ended
            WHERE event_key.account_id = ended.account_id AND event_key.key = ended.key
                AND event_key.seq = ended.seq
            """;

    private final Clock clock;
    private final Duration keep;
    private Instant next = Instant.MIN;

    Retention(Clock clock, Duration keep) {
        this.clock = clock;
        this.keep = keep;
    }

    /** Deletes one batch when it is time to. */
    void deleteWhenDue(Connection connection) throws SQLException {
        Instant now = clock.instant();
        if (now.isBefore(next)) {
            return;
        }
        if (!hasOld(connection, now)) {
            next = now.plus(BETWEEN);
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setObject(1, Rows.timestamp(now.minus(keep)));
            delete.setInt(2, BATCH);
            delete.executeUpdate();
        }
    }

    private boolean hasOld(Connection connection, Instant now) throws SQLException {
        try (PreparedStatement oldest = connection.prepareStatement(
                "SELECT FROM (SELECT time FROM event WHERE position IS NOT NULL ORDER BY position LIMIT 1) AS first "
                        + "WHERE time < ?")) {
            oldest.setObject(1, Rows.timestamp(now.minus(keep)));
            return oldest.executeQuery().next();
        }
    }
}
