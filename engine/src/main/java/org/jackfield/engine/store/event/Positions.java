package org.jackfield.engine.store.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Gives positions to committed events, one batch in one transaction.
 *
 * <p>
 * Why nothing is missed and key order holds: a transaction takes the next sequence number of a key only after the one
 * before it has committed, so of each key a snapshot sees sequence numbers without a gap, and they are ordered here by the
 * largest id up to each, then by the number. A row that commits after the snapshot gets its position in a later batch, and
 * batches commit one after another because each locks the row of the stream.
 */
final class Positions {

    static final int BATCH = 10_000;

    private static final String LOCK = "SELECT last_position FROM event_stream FOR UPDATE";
    private static final String PLACE = """
            UPDATE event SET position = ? + placed.number
            FROM (
                SELECT account_id, id, row_number() OVER (ORDER BY ripe, account_id, key, seq) AS number
                FROM (
                    SELECT account_id, id, key, seq,
                           max(id) OVER (PARTITION BY account_id, key ORDER BY seq) AS ripe
                    FROM event WHERE position IS NULL) AS unplaced
                ORDER BY ripe, account_id, key, seq
                LIMIT ?) AS placed
            WHERE event.account_id = placed.account_id AND event.id = placed.id
            """;
    private static final String ADVANCE = "UPDATE event_stream SET last_position = last_position + ?";
    private static final String ANY = "SELECT EXISTS (SELECT FROM event WHERE position IS NULL)";

    private Positions() {}

    /** How many events got their position, at most {@link #BATCH}. The connection is in auto-commit mode before and after. */
    static int place(Connection connection) throws SQLException {
        if (!anyUnplaced(connection)) {
            return 0;
        }
        connection.setAutoCommit(false);
        try {
            int placed = placeAfter(connection, lock(connection));
            connection.commit();
            return placed;
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static boolean anyUnplaced(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(ANY)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static long lock(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(LOCK)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static int placeAfter(Connection connection, long last) throws SQLException {
        try (PreparedStatement place = connection.prepareStatement(PLACE);
                PreparedStatement advance = connection.prepareStatement(ADVANCE)) {
            place.setLong(1, last);
            place.setInt(2, BATCH);
            int placed = place.executeUpdate();
            advance.setLong(1, placed);
            advance.executeUpdate();
            return placed;
        }
    }
}
