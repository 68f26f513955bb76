package org.jackfield.engine.store.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.id.TimedId;
import org.jackfield.engine.store.PageSql;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.Queue;
import org.jackfield.engine.work.Queues;
import org.jackfield.engine.work.match.QueueRule;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Queues. */
final class JdbcQueues implements Queues {

    private final JdbcClient jdbc;

    JdbcQueues(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean insert(Queue queue) {
        return write("""
                INSERT INTO work_queue (account_id, workspace_id, id, name, target_workers, task_order, max_reserved,
                    reservation_timeout_ms, wrap_up_ms, reserved_activity, assigned_activity, updated)
                VALUES (:account, :workspace, :id, :name, :targets, :order, :reserved, :timeout, :wrapUp,
                    :whenReserved, :whenAssigned, :updated)
                ON CONFLICT (account_id, lower(name), workspace_id) DO NOTHING
                """, queue);
    }

    @Override
    public boolean update(Queue queue) {
        return write("""
                UPDATE work_queue SET name = :name, target_workers = :targets, task_order = :order,
                    max_reserved = :reserved,
                    reservation_timeout_ms = :timeout, wrap_up_ms = :wrapUp, touched = clock_timestamp(),
                    reserved_activity = :whenReserved, assigned_activity = :whenAssigned, updated = :updated
                WHERE account_id = :account AND workspace_id = :workspace AND id = :id
                    AND NOT EXISTS (SELECT 1 FROM work_queue twin WHERE twin.account_id = :account
                        AND twin.workspace_id = :workspace AND lower(twin.name) = lower(:name) AND twin.id <> :id)
                """, queue);
    }

    @Override
    public boolean delete(AccountId account, String workspaceId, String queueId) {
        return jdbc.sql("""
                DELETE FROM work_queue WHERE account_id = :account AND workspace_id = :workspace AND id = :id
                    AND NOT EXISTS (SELECT 1 FROM work_item i WHERE i.account_id = :account AND i.queue_id = :id
                        AND i.state IN ('pending', 'reserved', 'assigned', 'wrapping'))
                """)
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("id", queueId)
                .update() == 1;
    }

    @Override
    public Optional<Queue> find(AccountId account, String workspaceId, String queueId) {
        return jdbc.sql("""
                SELECT * FROM work_queue WHERE account_id = :account AND workspace_id = :workspace AND id = :id
                """)
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("id", queueId)
                .query((row, _) -> queue(row))
                .optional();
    }

    @Override
    public List<Queue> findAll(AccountId account, String workspaceId, Set<String> queueIds) {
        return jdbc.sql("""
                SELECT * FROM work_queue WHERE account_id = :account AND workspace_id = :workspace AND id = ANY (:ids)
                """)
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("ids", queueIds.toArray(String[]::new))
                .query((row, _) -> queue(row))
                .list();
    }

    @Override
    public Optional<Queue> findByNameOrId(AccountId account, String nameOrId) {
        return jdbc.sql("""
                SELECT * FROM work_queue
                WHERE account_id = :account AND (lower(name) = lower(:name) OR id = :name)
                ORDER BY workspace_id LIMIT 1
                """)
                .param("account", account.value())
                .param("name", nameOrId)
                .query((row, _) -> queue(row))
                .optional();
    }

    @Override
    public Optional<Queue> findIn(AccountId account, String workspaceId, String nameOrId) {
        return jdbc.sql("""
                SELECT * FROM work_queue WHERE account_id = :account AND workspace_id = :workspace
                    AND (lower(name) = lower(:name) OR id = :name)
                ORDER BY id LIMIT 1
                """)
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("name", nameOrId)
                .query((row, _) -> queue(row))
                .optional();
    }

    @Override
    public List<Queue> list(AccountId account, String workspaceId, Paging paging) {
        return PageSql.inOrder(paging, jdbc.sql("""
                SELECT * FROM work_queue WHERE account_id = :account AND workspace_id = :workspace %s
                """.formatted(PageSql.ascending(paging, "id")))
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("after", paging.after())
                .param("limit", paging.limit())
                .query((row, _) -> queue(row))
                .list());
    }

    @Override
    public List<Queue> listByUpdate(AccountId account, String workspaceId, Paging paging) {
        TimedId after = TimedId.parse(paging.after());
        return PageSql.inOrder(paging, jdbc.sql("""
                SELECT * FROM work_queue WHERE account_id = :account AND workspace_id = :workspace %s
                """.formatted(PageSql.ascendingByTime(paging, "updated")))
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("afterTime", Rows.timestamp(after.time()))
                .param("afterId", after.id())
                .param("limit", paging.limit())
                .query((row, _) -> queue(row))
                .list());
    }

    private boolean write(String sql, Queue queue) {
        return jdbc.sql(sql)
                .param("account", queue.account().value())
                .param("workspace", queue.workspaceId())
                .param("id", queue.id())
                .param("name", queue.name())
                .param("targets", queue.targetWorkers())
                .param("order", queue.order().word())
                .param("reserved", queue.maxReserved())
                .param("timeout", queue.reservationTimeout().map(Duration::toMillis).orElse(null))
                .param("wrapUp", queue.wrapUpTime().map(Duration::toMillis).orElse(null))
                .param("whenReserved", queue.moves().whenReserved().orElse(null))
                .param("whenAssigned", queue.moves().whenAssigned().orElse(null))
                .param("updated", Rows.timestamp(queue.updated()))
                .update() == 1;
    }

    private static Queue queue(ResultSet row) throws SQLException {
        return new Queue(Rows.account(row), row.getString("workspace_id"), row.getString("id"),
                row.getString("name"), row.getString("target_workers"),
                QueueRule.Order.of(row.getString("task_order")), row.getInt("max_reserved"),
                duration(row, "reservation_timeout_ms"), duration(row, "wrap_up_ms"),
                new Queue.Moves(Rows.optionalText(row, "reserved_activity"),
                        Rows.optionalText(row, "assigned_activity")),
                Rows.instant(row, "updated"));
    }

    private static Optional<Duration> duration(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, Long.class)).map(Duration::ofMillis);
    }
}
