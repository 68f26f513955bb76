package org.jackfield.engine.store.work;

import java.time.Duration;
import java.util.Set;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.RecentChanges;
import org.jackfield.engine.work.WorkSignals.Kind;
import org.jackfield.engine.work.WorkSignals.Signal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Recent changes by the time at which each row was last written. */
public final class JdbcRecentChanges implements RecentChanges {

    private final JdbcClient jdbc;

    public JdbcRecentChanges(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Change> within(Duration time) {
        return jdbc.sql("""
                WITH since AS (SELECT clock_timestamp() - make_interval(secs => :seconds) AS instant)
                SELECT 'ITEM' AS kind, account_id, workspace_id, id, version
                FROM work_item WHERE state = 'pending' AND touched > (SELECT instant FROM since)
                UNION ALL
                SELECT 'WORKER', account_id, workspace_id, id, version
                FROM worker WHERE touched > (SELECT instant FROM since)
                UNION ALL
                SELECT 'QUEUE', account_id, workspace_id, id, (extract(epoch FROM touched) * 1000000)::bigint
                FROM work_queue WHERE touched > (SELECT instant FROM since)
                """)
                .param("seconds", time.toMillis() / 1e3)
                .query((row, _) -> new Change(
                        new Signal(new AccountId(row.getString("account_id")), row.getString("workspace_id"),
                                Kind.valueOf(row.getString("kind")), row.getString("id")),
                        row.getLong("version")))
                .set();
    }
}
