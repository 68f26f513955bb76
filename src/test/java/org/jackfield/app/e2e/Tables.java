package org.jackfield.app.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.checker.Ledger;
import org.jackfield.engine.checker.Ledger.Told;
import org.jackfield.engine.checker.LedgerReader;

/** The tables of a product's embedded database, read from outside. */
final class Tables {

    /** How far the center is: callers that are up, items that wait, items that an agent talks about. */
    record Business(int up, int waiting, int talking) {}

    /** A leg with its times; {@code dialog} names the peer's Call-ID. */
    record LegRecord(String id, String from, boolean outbound, String dialog, Optional<Instant> answered,
            Optional<Instant> ended, String cause) {}

    @FunctionalInterface
    private interface Query<R> {
        R run(Connection connection) throws SQLException;
    }

    @FunctionalInterface
    private interface Row<R> {
        R read(ResultSet row) throws SQLException;
    }

    private final Path postgres;

    Tables(Path dataFolder) {
        this.postgres = dataFolder.resolve("postgres");
    }

    Business business() {
        return list("""
                SELECT (SELECT count(*) FROM call WHERE status = 'in-progress' AND parent_id IS NULL),
                       (SELECT count(*) FROM work_item WHERE state IN ('pending', 'reserved')),
                       (SELECT count(*) FROM work_item WHERE state = 'assigned')""",
                row -> new Business(row.getInt(1), row.getInt(2), row.getInt(3))).getFirst();
    }

    /** Whether nothing goes on any more: no call, item, reservation or process instance, no event without its position. */
    boolean isQuiet() {
        return list("""
                SELECT (SELECT count(*) FROM call WHERE ended IS NULL)
                     + (SELECT count(*) FROM work_item WHERE state NOT IN ('completed', 'canceled'))
                     + (SELECT count(*) FROM reservation WHERE state IN ('pending', 'accepted', 'wrapping'))
                     + (SELECT count(*) FROM instruction WHERE outcome IS NULL)
                     + (SELECT count(*) FROM act_ru_execution)
                     + (SELECT count(*) FROM event WHERE position IS NULL)""", row -> row.getInt(1)).getFirst() == 0;
    }

    List<LegRecord> records() {
        return list("SELECT id, from_address, parent_id IS NOT NULL, dialog, answered, ended, end_cause FROM call",
                row -> new LegRecord(row.getString(1), row.getString(2), row.getBoolean(3),
                        Optional.ofNullable(row.getString(4)).orElse(""), instant(row.getTimestamp(5)),
                        instant(row.getTimestamp(6)), Optional.ofNullable(row.getString(7)).orElse("")));
    }

    /** Positions and ids of all events, in order. */
    List<String> eventIds() {
        return list("SELECT id FROM event ORDER BY position", row -> row.getString(1));
    }

    Ledger ledger(Told told) {
        return with(connection -> LedgerReader.read(connection, told));
    }

    private static Optional<Instant> instant(Timestamp time) {
        return Optional.ofNullable(time).map(Timestamp::toInstant);
    }

    private <R> List<R> list(String sql, Row<R> reader) {
        return with(connection -> {
            List<R> list = new ArrayList<>();
            try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    list.add(reader.read(rows));
                }
            }
            return list;
        });
    }

    private <R> R with(Query<R> query) {
        try {
            String port = Files.readAllLines(postgres.resolve("cluster/postmaster.pid")).get(3).strip();
            String password = Files.readString(postgres.resolve("password")).strip();
            try (Connection connection = DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:" + port + "/postgres", "jackfield", password)) {
                return query.run(connection);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
