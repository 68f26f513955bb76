package org.jackfield.engine.store.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.work.statistics.Lengths;
import org.jackfield.engine.work.statistics.Milestone;
import org.jackfield.engine.work.statistics.Milestones;
import org.jackfield.engine.work.statistics.Period;
import org.jackfield.engine.work.statistics.Slice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Milestones of work items. */
final class JdbcMilestones implements Milestones {

    private static final String DURING = " AND at >= :from AND at <= :until ";

    private final JdbcClient jdbc;

    JdbcMilestones(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void add(List<Milestone> milestones) {
        if (milestones.isEmpty()) {
            return;
        }
        jdbc.sql(
                """
                        INSERT INTO work_milestone (account_id, workspace_id, at, kind, work_item_id, medium, queue_id, policy_id,
                            reservation_id, worker_id, waited_ms, in_queue_ms)
                        SELECT account, workspace, at::timestamptz, kind, item, medium, queue, policy, reservation, worker, waited,
                            in_queue
                        FROM unnest(:accounts::text[], :workspaces::text[], :times::text[], :kinds::text[], :items::text[],
                            :media::text[], :queues::text[], :policies::text[], :reservations::text[], :workers::text[],
                            :waits::bigint[], :inQueues::bigint[])
                            AS m (account, workspace, at, kind, item, medium, queue, policy, reservation, worker, waited, in_queue)
                        """)
                .param("accounts", texts(milestones, one -> one.item().account().value()))
                .param("workspaces", texts(milestones, one -> one.item().workspaceId()))
                .param("times", texts(milestones, one -> one.at().toString()))
                .param("kinds", texts(milestones, one -> one.kind().word()))
                .param("items", texts(milestones, one -> one.item().id()))
                .param("media", texts(milestones, one -> one.item().medium()))
                .param("queues", texts(milestones, one -> one.item().where().queueId()))
                .param("policies", texts(milestones, one -> one.item().where().policyId().orElse(null)))
                .param("reservations",
                        texts(milestones, one -> one.offer().map(Milestone.Offer::reservationId).orElse(null)))
                .param("workers", texts(milestones, one -> one.offer().map(Milestone.Offer::workerId).orElse(null)))
                .param("waits", milestones.stream().map(one -> one.waited().toMillis()).toArray(Long[]::new))
                .param("inQueues", milestones.stream().map(one -> one.waitedInQueue().toMillis()).toArray(Long[]::new))
                .update();
    }

    @Override
    public List<Tally> tallies(Slice slice, Period period) {
        return SliceSql.bound(jdbc.sql("""
                SELECT queue_id, kind, count(*) AS number, sum(waited_ms) AS total, min(waited_ms) AS shortest,
                    max(waited_ms) AS longest, sum(in_queue_ms) AS queue_total, min(in_queue_ms) AS queue_shortest,
                    max(in_queue_ms) AS queue_longest
                FROM work_milestone WHERE %s GROUP BY queue_id, kind
                """.formatted(SliceSql.condition(slice) + DURING)), slice)
                .param("from", Rows.timestamp(period.from()))
                .param("until", Rows.timestamp(period.until()))
                .query((row, _) -> new Tally(row.getString("queue_id"), Milestone.Kind.of(row.getString("kind")),
                        lengths(row, ""), lengths(row, "queue_")))
                .list();
    }

    @Override
    public List<Split> splits(Slice slice, Period period, Set<Duration> thresholds) {
        if (thresholds.isEmpty()) {
            return List.of();
        }
        return SliceSql.bound(jdbc.sql("""
                SELECT queue_id, kind, threshold, count(*) FILTER (WHERE waited_ms > threshold) AS above,
                    count(*) FILTER (WHERE waited_ms <= threshold) AS below
                FROM work_milestone, unnest(:thresholds::bigint[]) AS threshold
                WHERE %s AND kind = ANY (:kinds) GROUP BY queue_id, kind, threshold
                """.formatted(SliceSql.condition(slice) + DURING)), slice)
                .param("from", Rows.timestamp(period.from()))
                .param("until", Rows.timestamp(period.until()))
                .param("thresholds", thresholds.stream().map(Duration::toMillis).toArray(Long[]::new))
                .param("kinds", SPLIT.stream().map(Milestone.Kind::word).toArray(String[]::new))
                .query((row, _) -> new Split(row.getString("queue_id"), Milestone.Kind.of(row.getString("kind")),
                        Duration.ofMillis(row.getLong("threshold")), row.getLong("above"), row.getLong("below")))
                .list();
    }

    @Override
    public int removeBefore(Instant time, int most) {
        return jdbc.sql("""
                DELETE FROM work_milestone WHERE ctid IN (SELECT ctid FROM work_milestone WHERE at < :time LIMIT :most)
                """).param("time", Rows.timestamp(time)).param("most", most).update();
    }

    private static Lengths lengths(ResultSet row, String prefix) throws SQLException {
        return new Lengths(row.getLong("number"), Duration.ofMillis(row.getLong(prefix + "total")),
                Duration.ofMillis(row.getLong(prefix + "shortest")),
                Duration.ofMillis(row.getLong(prefix + "longest")));
    }

    private static String[] texts(List<Milestone> milestones, Function<Milestone, @Nullable String> text) {
        return milestones.stream().map(text).toArray(String[]::new);
    }
}
