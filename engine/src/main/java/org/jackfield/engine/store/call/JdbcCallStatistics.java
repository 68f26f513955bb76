package org.jackfield.engine.store.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jackfield.engine.call.CallStatistics;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Counts in PostgreSQL. Ids begin with their milliseconds, so the primary key finds the period and no other index is
 * needed.
 */
public final class JdbcCallStatistics implements CallStatistics {

    private static final String SQL = """
            WITH step AS (
                SELECT generate_series(:from::timestamptz, :to::timestamptz, make_interval(secs => :seconds)) AS start
            ), began AS (
                SELECT date_bin(make_interval(secs => :seconds), created, :from::timestamptz) AS start, count(*) AS calls,
                    count(*) FILTER (WHERE ended IS NOT NULL AND answered IS NULL) AS not_answered
                FROM call
                WHERE account_id = :account AND id >= :firstCall AND parent_id IS NULL
                    AND created >= :from::timestamptz AND created <= :to::timestamptz
                GROUP BY 1
            ), waited AS (
                SELECT date_bin(make_interval(secs => :seconds), created, :from::timestamptz) AS start, count(*) AS queued,
                    count(*) FILTER (WHERE state IN ('assigned', 'wrapping', 'completed')) AS connected,
                    count(*) FILTER (WHERE state = 'canceled') AS abandoned
                FROM work_item
                WHERE account_id = :account AND id >= :firstItem
                    AND created >= :from::timestamptz AND created <= :to::timestamptz
                GROUP BY 1
            )
            SELECT step.start, coalesce(calls, 0) AS calls, coalesce(not_answered, 0) AS not_answered,
                coalesce(queued, 0) AS queued, coalesce(connected, 0) AS connected, coalesce(abandoned, 0) AS abandoned
            FROM step LEFT JOIN began ON began.start = step.start LEFT JOIN waited ON waited.start = step.start
            ORDER BY step.start
            """;

    private final JdbcClient jdbc;

    public JdbcCallStatistics(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Step> steps(AccountId account, Instant from, Instant to, Duration step) {
        long millis = Math.floorDiv(from.toEpochMilli(), step.toMillis()) * step.toMillis();
        String firstId = String.format("%012x", millis);
        return jdbc.sql(SQL)
                .param("account", account.value())
                .param("from", Rows.timestamp(Instant.ofEpochMilli(millis)))
                .param("to", Rows.timestamp(to))
                .param("seconds", step.toSeconds())
                .param("firstCall", "CA" + firstId)
                .param("firstItem", "WT" + firstId)
                .query((row, number) -> new Step(Rows.instant(row, "start"), row.getLong("calls"),
                        row.getLong("not_answered"), row.getLong("queued"), row.getLong("connected"),
                        row.getLong("abandoned")))
                .list();
    }
}
