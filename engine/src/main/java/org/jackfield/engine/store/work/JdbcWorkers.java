package org.jackfield.engine.store.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.id.TimedId;
import org.jackfield.engine.store.JsonColumn;
import org.jackfield.engine.store.PageSql;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.work.Worker;
import org.jackfield.engine.work.Workers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Workers, and how many reservations each has open. */
final class JdbcWorkers implements Workers {

    private static final String FIND = """
            SELECT * FROM worker WHERE account_id = :account AND workspace_id = :workspace AND id = :id""";
    private static final String FIND_ALL = """
            SELECT * FROM worker WHERE account_id = :account AND workspace_id = :workspace AND id = ANY (:ids)""";

    private final JdbcClient jdbc;

    JdbcWorkers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean insert(Worker worker) {
        return values(jdbc.sql("""
                INSERT INTO worker (account_id, workspace_id, id, name, activity_id, attributes, capacities,
                    closed_media, status_changed, idle_since, paused_until, version)
                VALUES (:account, :workspace, :id, :name, :activity, :attributes::jsonb, :capacities::jsonb,
                    :closedMedia, :statusChanged, :idleSince, :pausedUntil, :version)
                ON CONFLICT (account_id, workspace_id, lower(name)) DO NOTHING
                """), worker).update() == 1;
    }

    @Override
    public void update(Worker worker) {
        int written = values(jdbc.sql("""
                UPDATE worker SET name = :name, activity_id = :activity, attributes = :attributes::jsonb,
                    capacities = :capacities::jsonb, closed_media = :closedMedia, status_changed = :statusChanged,
                    idle_since = :idleSince, paused_until = :pausedUntil, version = :version,
                    touched = clock_timestamp()
                WHERE account_id = :account AND workspace_id = :workspace AND id = :id AND version = :version - 1
                """), worker).update();
        if (written == 0) {
            throw new ConflictException("worker " + worker.id() + " was changed by somebody else");
        }
    }

    @Override
    public boolean delete(AccountId account, String workspaceId, String workerId) {
        return jdbc.sql("DELETE FROM worker WHERE account_id = :account AND workspace_id = :workspace AND id = :id")
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("id", workerId)
                .update() == 1;
    }

    @Override
    public Optional<Worker> find(AccountId account, String workspaceId, String workerId) {
        return find(FIND, account, workspaceId, workerId);
    }

    @Override
    public Optional<Worker> lock(AccountId account, String workspaceId, String workerId) {
        return find(FIND + " FOR UPDATE", account, workspaceId, workerId);
    }

    @Override
    public Optional<Worker> findByName(AccountId account, String workspaceId, String name) {
        return find(
                """
                        SELECT * FROM worker WHERE account_id = :account AND workspace_id = :workspace AND lower(name) = lower(:id)
                        """,
                account, workspaceId, name);
    }

    @Override
    public List<Worker> findAll(AccountId account, String workspaceId, Set<String> workerIds) {
        return all(FIND_ALL, account, workspaceId, workerIds);
    }

    @Override
    public List<Worker> lockAll(AccountId account, String workspaceId, Set<String> workerIds) {
        return all(FIND_ALL + " ORDER BY id FOR UPDATE", account, workspaceId, workerIds);
    }

    private List<Worker> all(String sql, AccountId account, String workspaceId, Set<String> workerIds) {
        return jdbc.sql(sql)
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("ids", workerIds.toArray(String[]::new))
                .query((row, _) -> worker(row))
                .list();
    }

    @Override
    public List<Worker> list(AccountId account, String workspaceId, Paging paging) {
        return PageSql.inOrder(paging, jdbc.sql("""
                SELECT * FROM worker WHERE account_id = :account AND workspace_id = :workspace %s
                """.formatted(PageSql.ascending(paging, "id")))
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("after", paging.after())
                .param("limit", paging.limit())
                .query((row, _) -> worker(row))
                .list());
    }

    @Override
    public List<Worker> listByStatusChange(AccountId account, String workspaceId, Paging paging) {
        TimedId after = TimedId.parse(paging.after());
        return PageSql.inOrder(paging, jdbc.sql("""
                SELECT * FROM worker WHERE account_id = :account AND workspace_id = :workspace %s
                """.formatted(PageSql.ascendingByTime(paging, "status_changed")))
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("afterTime", Rows.timestamp(after.time()))
                .param("afterId", after.id())
                .param("limit", paging.limit())
                .query((row, _) -> worker(row))
                .list());
    }

    @Override
    public List<Worker> findByContact(AccountId account, String exactly, String start) {
        return jdbc.sql("""
                SELECT * FROM worker WHERE account_id = :account
                    AND (((attributes ->> 'contact_uri') COLLATE "C") = :exactly
                        OR (((attributes ->> 'contact_uri') COLLATE "C") >= :start
                            AND ((attributes ->> 'contact_uri') COLLATE "C") < :start || chr(1114111)))
                ORDER BY id LIMIT :most
                """)
                .param("account", account.value())
                .param("exactly", exactly)
                .param("start", start)
                .param("most", Paging.MOST)
                .query((row, _) -> worker(row))
                .list();
    }

    @Override
    public Map<String, Map<String, Integer>> openByMedium(AccountId account, String workspaceId,
            Set<String> workerIds) {
        Map<String, Map<String, Integer>> open = new HashMap<>();
        jdbc.sql("""
                SELECT worker_id, medium, count(*) AS open FROM reservation
                WHERE account_id = :account AND workspace_id = :workspace AND worker_id = ANY (:ids)
                    AND state IN ('pending', 'accepted', 'wrapping')
                GROUP BY worker_id, medium
                """)
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("ids", workerIds.toArray(String[]::new))
                .query(row -> {
                    open.computeIfAbsent(row.getString("worker_id"), _ -> new HashMap<>())
                            .put(row.getString("medium"), row.getInt("open"));
                });
        return open;
    }

    private Optional<Worker> find(String sql, AccountId account, String workspaceId, String workerId) {
        return jdbc.sql(sql)
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("id", workerId)
                .query((row, _) -> worker(row))
                .optional();
    }

    private static StatementSpec values(StatementSpec sql, Worker worker) {
        return sql.param("account", worker.account().value())
                .param("workspace", worker.workspaceId())
                .param("id", worker.id())
                .param("name", worker.name())
                .param("activity", worker.activityId())
                .param("attributes", JsonColumn.write(worker.attributes()))
                .param("capacities", JsonColumn.write(worker.capacities()))
                .param("closedMedia", worker.closedMedia().toArray(String[]::new))
                .param("statusChanged", Rows.timestamp(worker.statusChanged()))
                .param("idleSince", Rows.timestamp(worker.idleSince()))
                .param("pausedUntil", worker.pausedUntil().map(Rows::timestamp).orElse(null))
                .param("version", worker.version());
    }

    private static Worker worker(ResultSet row) throws SQLException {
        Map<String, Integer> capacities = new HashMap<>();
        Rows.json(row, "capacities").forEach((medium, capacity) -> {
            if (capacity instanceof Number number) {
                capacities.put(medium, number.intValue());
            }
        });
        return new Worker(Rows.account(row), row.getString("workspace_id"), row.getString("id"),
                row.getString("name"), row.getString("activity_id"), Rows.json(row, "attributes"), capacities,
                closedMedia(row), Rows.instant(row, "status_changed"), Rows.instant(row, "idle_since"),
                Rows.optionalInstant(row, "paused_until"), row.getLong("version"));
    }

    private static Set<String> closedMedia(ResultSet row) throws SQLException {
        return Set.of((String[]) row.getArray("closed_media").getArray());
    }
}
