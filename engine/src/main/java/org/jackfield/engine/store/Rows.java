package org.jackfield.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/** Reads and writes the column types that every store has: times, JSON, accounts, what may be absent. */
public final class Rows {

    private Rows() {}

    /** An instant as a parameter for a {@code timestamptz} column (microseconds). */
    public static OffsetDateTime timestamp(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    /** A {@code timestamptz} column that is never null. */
    public static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A {@code timestamptz} column that may be null. */
    public static Optional<Instant> optionalInstant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** A text column that may be null. */
    public static Optional<String> optionalText(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getString(column));
    }

    /** A {@code jsonb} column that is never null. */
    public static Map<String, Object> json(ResultSet row, String column) throws SQLException {
        return JsonColumn.read(row.getString(column));
    }

    /** The column {@code account_id}. */
    public static AccountId account(ResultSet row) throws SQLException {
        return new AccountId(row.getString("account_id"));
    }
}
