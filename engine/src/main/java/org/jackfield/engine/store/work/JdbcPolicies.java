package org.jackfield.engine.store.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.store.JsonColumn;
import org.jackfield.engine.store.PageSql;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.work.Policies;
import org.jackfield.engine.work.PolicyDocument;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Routing policies. */
final class JdbcPolicies implements Policies {

    private final JdbcClient jdbc;

    JdbcPolicies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean insert(PolicyDocument policy, Set<String> queueIds) {
        boolean written = bound(
                """
                        INSERT INTO routing_policy (account_id, workspace_id, id, name, document, reservation_timeout_ms,
                            assignment_url, assignment_fallback_url, created, updated, round, version)
                        VALUES (:account, :workspace, :id, :name, :document::json, :timeout, :url, :fallback, :created, :updated,
                            :round, :version)
                        ON CONFLICT (account_id, lower(name), workspace_id) DO NOTHING
                        """,
                policy).param("created", Rows.timestamp(policy.created())).update() == 1;
        if (written) {
            writeQueues(policy, queueIds);
        }
        return written;
    }

    @Override
    public boolean update(PolicyDocument policy, Set<String> queueIds) {
        if (isNameTaken(policy)) {
            return false;
        }
        int written = bound("""
                UPDATE routing_policy SET name = :name, document = :document::json, reservation_timeout_ms = :timeout,
                    assignment_url = :url, assignment_fallback_url = :fallback, updated = :updated, round = :round,
                    version = :version
                WHERE account_id = :account AND workspace_id = :workspace AND id = :id AND version = :version - 1
                """, policy).update();
        if (written == 0) {
            throw new ConflictException("routing policy " + policy.id() + " was changed by somebody else");
        }
        jdbc.sql("""
                DELETE FROM routing_policy_queue
                WHERE account_id = :account AND workspace_id = :workspace AND policy_id = :id
                """)
                .param("account", policy.account().value())
                .param("workspace", policy.workspaceId())
                .param("id", policy.id())
                .update();
        writeQueues(policy, queueIds);
        return true;
    }

    @Override
    public boolean delete(AccountId account, String workspaceId, String policyId) {
        return jdbc.sql("""
                DELETE FROM routing_policy WHERE account_id = :account AND workspace_id = :workspace AND id = :id
                    AND NOT EXISTS (SELECT 1 FROM work_item i WHERE i.account_id = :account AND i.policy_id = :id
                        AND i.policy_id IS NOT NULL
                        AND i.state IN ('pending', 'reserved', 'assigned', 'wrapping'))
                """)
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("id", policyId)
                .update() == 1;
    }

    @Override
    public Optional<PolicyDocument> find(AccountId account, String workspaceId, String policyId) {
        return jdbc.sql("""
                SELECT * FROM routing_policy WHERE account_id = :account AND workspace_id = :workspace AND id = :id
                """)
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("id", policyId)
                .query((row, _) -> policy(row))
                .optional();
    }

    @Override
    public List<PolicyDocument> findAll(AccountId account, String workspaceId, Set<String> policyIds) {
        return jdbc.sql("""
                SELECT * FROM routing_policy
                WHERE account_id = :account AND workspace_id = :workspace AND id = ANY (:ids)
                """)
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("ids", policyIds.toArray(String[]::new))
                .query((row, _) -> policy(row))
                .list();
    }

    @Override
    public Optional<PolicyDocument> findByNameOrId(AccountId account, String nameOrId) {
        return jdbc.sql("""
                SELECT * FROM routing_policy
                WHERE account_id = :account AND (lower(name) = lower(:name) OR id = :name)
                ORDER BY workspace_id LIMIT 1
                """)
                .param("account", account.value())
                .param("name", nameOrId)
                .query((row, _) -> policy(row))
                .optional();
    }

    @Override
    public Optional<PolicyDocument> findIn(AccountId account, String workspaceId, String nameOrId) {
        return jdbc.sql("""
                SELECT * FROM routing_policy WHERE account_id = :account AND workspace_id = :workspace
                    AND (lower(name) = lower(:name) OR id = :name)
                ORDER BY id LIMIT 1
                """)
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("name", nameOrId)
                .query((row, _) -> policy(row))
                .optional();
    }

    @Override
    public List<PolicyDocument> list(AccountId account, String workspaceId, Paging paging) {
        return PageSql.inOrder(paging, jdbc.sql("""
                SELECT * FROM routing_policy WHERE account_id = :account AND workspace_id = :workspace %s
                """.formatted(PageSql.ascending(paging, "id")))
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("after", paging.after())
                .param("limit", paging.limit())
                .query((row, _) -> policy(row))
                .list());
    }

    @Override
    public boolean names(AccountId account, String workspaceId, String queueId) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM routing_policy_queue
                    WHERE account_id = :account AND workspace_id = :workspace AND queue_id = :queue)
                """)
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("queue", queueId)
                .query(Boolean.class)
                .single();
    }

    private boolean isNameTaken(PolicyDocument policy) {
        return jdbc.sql("""
                SELECT EXISTS (SELECT FROM routing_policy WHERE account_id = :account AND workspace_id = :workspace
                    AND lower(name) = lower(:name) AND id <> :id)
                """)
                .param("account", policy.account().value())
                .param("workspace", policy.workspaceId())
                .param("name", policy.name())
                .param("id", policy.id())
                .query(Boolean.class)
                .single();
    }

    private void writeQueues(PolicyDocument policy, Set<String> queueIds) {
        jdbc.sql("""
                INSERT INTO routing_policy_queue (account_id, workspace_id, policy_id, queue_id)
                SELECT :account, :workspace, :id, unnest(:queues::text[])
                """)
                .param("account", policy.account().value())
                .param("workspace", policy.workspaceId())
                .param("id", policy.id())
                .param("queues", queueIds.toArray(String[]::new))
                .update();
    }

    private JdbcClient.StatementSpec bound(String sql, PolicyDocument policy) {
        return jdbc.sql(sql)
                .param("account", policy.account().value())
                .param("workspace", policy.workspaceId())
                .param("id", policy.id())
                .param("name", policy.name())
                .param("document", JsonColumn.write(policy.document()))
                .param("timeout", policy.reservationTimeout().map(Duration::toMillis).orElse(null))
                .param("url", policy.callback().url().orElse(null))
                .param("fallback", policy.callback().fallback().orElse(null))
                .param("updated", Rows.timestamp(policy.updated()))
                .param("round", policy.round())
                .param("version", policy.version());
    }

    private static PolicyDocument policy(ResultSet row) throws SQLException {
        return new PolicyDocument(Rows.account(row), row.getString("workspace_id"), row.getString("id"),
                row.getString("name"), JsonColumn.read(row.getString("document")),
                Optional.ofNullable(row.getObject("reservation_timeout_ms", Long.class)).map(Duration::ofMillis),
                new PolicyDocument.Callback(Rows.optionalText(row, "assignment_url"),
                        Rows.optionalText(row, "assignment_fallback_url")),
                Rows.instant(row, "created"), Rows.instant(row, "updated"), row.getInt("round"),
                row.getLong("version"));
    }
}
