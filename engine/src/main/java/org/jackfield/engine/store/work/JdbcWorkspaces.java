package org.jackfield.engine.store.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.store.PageSql;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.Activity;
import org.jackfield.engine.work.Ownership;
import org.jackfield.engine.work.Workspace;
import org.jackfield.engine.work.Workspaces;
import org.jackfield.engine.work.match.QueueRule;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Workspaces, their activities and their owners. */
final class JdbcWorkspaces implements Workspaces {

    private final JdbcClient jdbc;

    JdbcWorkspaces(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean insert(Workspace workspace) {
        return write(
                """
                        INSERT INTO workspace (account_id, id, name, default_activity, timeout_activity, one_at_a_time, first_order,
                            created)
                        VALUES (:account, :id, :name, :default, :timeout, :oneAtATime, :firstOrder, :created)
                        ON CONFLICT (account_id, lower(name)) DO NOTHING
                        """,
                workspace);
    }

    @Override
    public boolean update(Workspace workspace) {
        return write("""
                UPDATE workspace SET name = :name, default_activity = :default, timeout_activity = :timeout,
                    one_at_a_time = :oneAtATime, first_order = :firstOrder, created = :created
                WHERE account_id = :account AND id = :id AND NOT EXISTS (SELECT 1 FROM workspace twin
                    WHERE twin.account_id = :account AND lower(twin.name) = lower(:name) AND twin.id <> :id)
                """, workspace);
    }

    @Override
    public boolean delete(AccountId account, String workspaceId) {
        for (String table : List.of("reservation", "work_item", "work_milestone", "activity_span",
                "assignment_callback")) {
            jdbc.sql("DELETE FROM " + table + " WHERE account_id = :account AND workspace_id = :id")
                    .param("account", account.value())
                    .param("id", workspaceId)
                    .update();
        }
        return jdbc.sql("DELETE FROM workspace WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", workspaceId)
                .update() == 1;
    }

    @Override
    public Optional<Workspace> find(AccountId account, String workspaceId) {
        return jdbc.sql("SELECT * FROM workspace WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", workspaceId)
                .query((row, _) -> workspace(row))
                .optional();
    }

    @Override
    public List<Workspace> list(AccountId account, Paging paging) {
        return PageSql.inOrder(paging,
                jdbc.sql("SELECT * FROM workspace WHERE account_id = :account %s"
                        .formatted(PageSql.ascending(paging, "id")))
                        .param("account", account.value())
                        .param("after", paging.after())
                        .param("limit", paging.limit())
                        .query((row, _) -> workspace(row))
                        .list());
    }

    @Override
    public boolean insert(Activity activity) {
        return write("""
                INSERT INTO activity (account_id, workspace_id, id, name, available)
                VALUES (:account, :workspace, :id, :name, :available)
                ON CONFLICT (account_id, workspace_id, lower(name)) DO NOTHING
                """, activity);
    }

    @Override
    public boolean update(Activity activity) {
        return write("""
                UPDATE activity SET name = :name, available = :available
                WHERE account_id = :account AND workspace_id = :workspace AND id = :id
                    AND NOT EXISTS (SELECT 1 FROM activity twin WHERE twin.account_id = :account
                        AND twin.workspace_id = :workspace AND lower(twin.name) = lower(:name) AND twin.id <> :id)
                """, activity);
    }

    @Override
    public Optional<Activity> findActivity(AccountId account, String workspaceId, String activityId) {
        return jdbc.sql("SELECT * FROM activity WHERE account_id = :account AND workspace_id = :workspace AND id = :id")
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("id", activityId)
                .query((row, _) -> activity(row))
                .optional();
    }

    @Override
    public List<Activity> findActivities(AccountId account, Set<String> workspaceIds, Set<String> activityIds) {
        return jdbc.sql("""
                SELECT * FROM activity
                WHERE account_id = :account AND workspace_id = ANY (:workspaces) AND id = ANY (:ids)
                """)
                .param("account", account.value())
                .param("workspaces", workspaceIds.toArray(String[]::new))
                .param("ids", activityIds.toArray(String[]::new))
                .query((row, _) -> activity(row))
                .list();
    }

    @Override
    public List<Activity> listActivities(AccountId account, String workspaceId, Paging paging) {
        return PageSql.inOrder(paging, jdbc.sql("""
                SELECT * FROM activity WHERE account_id = :account AND workspace_id = :workspace %s
                """.formatted(PageSql.ascending(paging, "id")))
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("after", paging.after())
                .param("limit", paging.limit())
                .query((row, _) -> activity(row))
                .list());
    }

    @Override
    public boolean deleteActivity(AccountId account, String workspaceId, String activityId) {
        return jdbc.sql("""
                DELETE FROM activity a WHERE account_id = :account AND workspace_id = :workspace AND id = :id
                    AND NOT EXISTS (SELECT 1 FROM worker w WHERE w.account_id = :account
                        AND w.workspace_id = :workspace AND w.activity_id = :id)
                    AND NOT EXISTS (SELECT 1 FROM workspace s WHERE s.account_id = :account AND s.id = :workspace
                        AND (s.default_activity = :id OR s.timeout_activity = :id))
                    AND NOT EXISTS (SELECT 1 FROM work_queue q WHERE q.account_id = :account
                        AND q.workspace_id = :workspace AND :id IN (q.reserved_activity, q.assigned_activity))
                    AND NOT EXISTS (SELECT 1 FROM reservation r WHERE r.account_id = :account AND r.post_activity = :id
                        AND r.state IN ('pending', 'accepted', 'wrapping'))
                """)
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("id", activityId)
                .update() == 1;
    }

    @Override
    public Optional<Ownership> owner(AccountId account, String workspaceId) {
        return jdbc.sql("SELECT owner_node, owner_epoch FROM workspace WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", workspaceId)
                .query((row, _) -> ownership(row))
                .optional();
    }

    @Override
    public boolean takeOver(AccountId account, String workspaceId, Ownership expected, String node) {
        return jdbc.sql("""
                UPDATE workspace SET owner_node = :node, owner_epoch = owner_epoch + 1
                WHERE account_id = :account AND id = :id AND owner_node = :old AND owner_epoch = :epoch
                """)
                .param("account", account.value())
                .param("id", workspaceId)
                .param("node", node)
                .param("old", expected.node())
                .param("epoch", expected.epoch())
                .update() == 1;
    }

    @Override
    public boolean holds(AccountId account, String workspaceId, Ownership ownership) {
        return jdbc.sql("""
                SELECT 1 FROM workspace WHERE account_id = :account AND id = :id AND owner_node = :node
                    AND owner_epoch = :epoch FOR SHARE
                """)
                .param("account", account.value())
                .param("id", workspaceId)
                .param("node", ownership.node())
                .param("epoch", ownership.epoch())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public List<String> ownerNodes() {
        return jdbc.sql("SELECT DISTINCT owner_node FROM workspace")
                .query((row, _) -> row.getString("owner_node"))
                .list();
    }

    @Override
    public List<Owned> ownedBy(String node, Paging paging) {
        return PageSql.inOrder(paging, jdbc.sql("""
                SELECT account_id, id, owner_node, owner_epoch FROM workspace
                WHERE owner_node = :node %s
                """.formatted(PageSql.ascending(paging, "id")))
                .param("node", node)
                .param("after", paging.after())
                .param("limit", paging.limit())
                .query((row, _) -> new Owned(Rows.account(row), row.getString("id"), ownership(row)))
                .list());
    }

    private boolean write(String sql, Workspace workspace) {
        return jdbc.sql(sql)
                .param("account", workspace.account().value())
                .param("id", workspace.id())
                .param("name", workspace.name())
                .param("default", workspace.defaultActivity())
                .param("timeout", workspace.timeoutActivity().orElse(null))
                .param("oneAtATime", workspace.manner().oneAtATime())
                .param("firstOrder", workspace.manner().first().word())
                .param("created", Rows.timestamp(workspace.created()))
                .update() == 1;
    }

    private boolean write(String sql, Activity activity) {
        return jdbc.sql(sql)
                .param("account", activity.account().value())
                .param("workspace", activity.workspaceId())
                .param("id", activity.id())
                .param("name", activity.name())
                .param("available", activity.available())
                .update() == 1;
    }

    private static Workspace workspace(ResultSet row) throws SQLException {
        return new Workspace(Rows.account(row), row.getString("id"), row.getString("name"),
                row.getString("default_activity"), Rows.optionalText(row, "timeout_activity"),
                new Workspace.Manner(row.getBoolean("one_at_a_time"),
                        QueueRule.Order.of(row.getString("first_order"))),
                Rows.instant(row, "created"));
    }

    private static Activity activity(ResultSet row) throws SQLException {
        return new Activity(Rows.account(row), row.getString("workspace_id"), row.getString("id"),
                row.getString("name"), row.getBoolean("available"));
    }

    private static Ownership ownership(ResultSet row) throws SQLException {
        return new Ownership(row.getString("owner_node"), row.getLong("owner_epoch"));
    }
}
