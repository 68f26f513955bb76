package org.jackfield.engine.store.work;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.LiveFigures;
import org.jackfield.engine.work.WorkItemState;
import org.jackfield.engine.work.statistics.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts what is not finished. The condition on the state is spelled as in the partial indexes, so that those are used. */
final class JdbcLiveFigures implements LiveFigures {

    private final JdbcClient jdbc;

    JdbcLiveFigures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<OpenCount> open(Slice slice) {
        if (slice.part() == Slice.Part.WORKERS) {
            return List.of();
        }
        return SliceSql.bound(jdbc.sql("""
                SELECT queue_id, state, priority, count(*) AS number, min(created) AS created,
                    (array_agg(id ORDER BY created, id))[1] AS oldest, min(queue_entered) AS entered,
                    (array_agg(id ORDER BY queue_entered, id))[1] AS longest
                FROM work_item
                WHERE %s AND state IN ('pending', 'reserved', 'assigned', 'wrapping')
                GROUP BY queue_id, state, priority
                """.formatted(SliceSql.condition(slice))), slice)
                .query((row, _) -> new OpenCount(row.getString("queue_id"), WorkItemState.of(row.getString("state")),
                        row.getInt("priority"), row.getLong("number"),
                        new Since(row.getString("oldest"), Rows.instant(row, "created")),
                        new Since(row.getString("longest"), Rows.instant(row, "entered"))))
                .list();
    }

    @Override
    public Map<String, Integer> workersByActivity(AccountId account, String workspaceId) {
        return byActivity("", account, workspaceId, "");
    }

    @Override
    public Map<String, Integer> workersByActivity(AccountId account, String workspaceId, String medium) {
        return byActivity("""
                AND COALESCE((capacities ->> :medium)::integer, 1) > 0 AND :medium <> ALL (closed_media)""", account,
                workspaceId, medium);
    }

    private Map<String, Integer> byActivity(String also, AccountId account, String workspaceId, String medium) {
        Map<String, Integer> workers = new HashMap<>();
        jdbc.sql("""
                SELECT activity_id, count(*) AS workers FROM worker
                WHERE account_id = :account AND workspace_id = :workspace %s GROUP BY activity_id
                """.formatted(also))
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("medium", medium)
                .query(row -> {
                    workers.put(row.getString("activity_id"), row.getInt("workers"));
                });
        return workers;
    }
}
