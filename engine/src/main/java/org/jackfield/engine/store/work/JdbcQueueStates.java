package org.jackfield.engine.store.work;

import java.util.List;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.QueueStates;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Counts the open items of each queue; they are few, whatever the table holds, and have their own index. */
public final class JdbcQueueStates implements QueueStates {

    private final JdbcClient jdbc;

    public JdbcQueueStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<QueueState> list(AccountId account, int limit) {
        return jdbc.sql("""
                SELECT q.workspace_id, q.id, q.name, i.waiting, i.oldest, i.assigned
                FROM work_queue q, LATERAL (
                    SELECT count(*) FILTER (WHERE state IN ('pending', 'reserved')) AS waiting,
                        min(virtual_start) FILTER (WHERE state IN ('pending', 'reserved')) AS oldest,
                        count(*) FILTER (WHERE state = 'assigned') AS assigned
                    FROM work_item
                    WHERE account_id = q.account_id AND queue_id = q.id
                        AND state IN ('pending', 'reserved', 'assigned', 'wrapping')) i
                WHERE q.account_id = :account
                ORDER BY lower(q.name), q.id LIMIT :limit
                """)
                .param("account", account.value())
                .param("limit", limit)
                .query((row, number) -> new QueueState(row.getString("workspace_id"), row.getString("id"),
                        row.getString("name"), row.getLong("waiting"), Rows.optionalInstant(row, "oldest"),
                        row.getLong("assigned")))
                .list();
    }
}
