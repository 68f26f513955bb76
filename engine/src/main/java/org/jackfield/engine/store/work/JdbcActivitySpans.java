package org.jackfield.engine.store.work;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.work.statistics.ActivitySpans;
import org.jackfield.engine.work.statistics.Lengths;
import org.jackfield.engine.work.statistics.Period;
import org.jackfield.engine.work.statistics.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long workers are in which activity. */
final class JdbcActivitySpans implements ActivitySpans {

    private final JdbcClient jdbc;

    JdbcActivitySpans(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void begin(Employee worker, String activityId, Instant at) {
        end(worker, at);
        bound("""
                INSERT INTO activity_span (account_id, workspace_id, worker_id, activity_id, started)
                VALUES (:account, :workspace, :worker, :activity, :at)
                """, worker, at).param("activity", activityId).update();
    }

    @Override
    public void end(Employee worker, Instant at) {
        bound("""
                UPDATE activity_span SET ended = greatest(started, :at)
                WHERE account_id = :account AND workspace_id = :workspace AND worker_id = :worker AND ended = 'infinity'
                """, worker, at).update();
    }

    @Override
    public Map<String, Lengths> lengths(Slice slice, Period period) {
        Map<String, Lengths> lengths = new HashMap<>();
        String part = switch (slice.part()) {
            case WORKSPACE -> "";
            case WORKERS -> " AND worker_id = ANY (:ids)";
            case QUEUES, POLICIES -> " AND false";
        };
        jdbc.sql(
                """
                        SELECT activity_id, count(*) AS number, sum(length) AS total, min(length) AS shortest, max(length) AS longest
                        FROM (SELECT activity_id,
                                (extract(epoch FROM least(ended, :until) - greatest(started, :from)) * 1000)::bigint AS length
                            FROM activity_span WHERE account_id = :account AND workspace_id = :workspace %s
                                AND ended > :from AND started < :until AND ended > started) AS span
                        GROUP BY activity_id
                        """
                        .formatted(part))
                .param("account", slice.account().value())
                .param("workspace", slice.workspaceId())
                .param("ids", slice.ids().toArray(String[]::new))
                .param("from", Rows.timestamp(period.from()))
                .param("until", Rows.timestamp(period.until()))
                .query(row -> {
                    lengths.put(row.getString("activity_id"),
                            new Lengths(row.getLong("number"), Duration.ofMillis(row.getLong("total")),
                                    Duration.ofMillis(row.getLong("shortest")),
                                    Duration.ofMillis(row.getLong("longest"))));
                });
        return lengths;
    }

    @Override
    public int removeBefore(Instant time, int most) {
        return jdbc.sql("""
                DELETE FROM activity_span WHERE ctid IN (SELECT ctid FROM activity_span WHERE ended < :time LIMIT :most)
                """).param("time", Rows.timestamp(time)).param("most", most).update();
    }

    private JdbcClient.StatementSpec bound(String sql, Employee worker, Instant at) {
        return jdbc.sql(sql)
                .param("account", worker.account().value())
                .param("workspace", worker.workspaceId())
                .param("worker", worker.workerId())
                .param("at", Rows.timestamp(at));
    }
}
