package org.jackfield.engine.store.work;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jackfield.engine.store.JsonColumn;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.work.table.DecisionTables;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Decision tables of routing policies. */
public final class JdbcDecisionTables implements DecisionTables {

    private final JdbcClient jdbc;

    public JdbcDecisionTables(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(AccountId account, String workspaceId, String policyId, Kept table) {
        jdbc.sql("""
                INSERT INTO routing_policy_table (account_id, workspace_id, policy_id, dmn, document)
                VALUES (:account, :workspace, :id, :dmn, :document::json)
                ON CONFLICT (account_id, workspace_id, policy_id)
                    DO UPDATE SET dmn = excluded.dmn, document = excluded.document
                """)
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("id", policyId)
                .param("dmn", table.dmn())
                .param("document", JsonColumn.write(table.document()))
                .update();
    }

    @Override
    public Map<String, Kept> findAll(AccountId account, String workspaceId, Set<String> policyIds) {
        Map<String, Kept> found = new HashMap<>();
        jdbc.sql("""
                SELECT policy_id, dmn, document FROM routing_policy_table
                WHERE account_id = :account AND workspace_id = :workspace AND policy_id = ANY (:ids)
                """)
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("ids", policyIds.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString("policy_id"),
                            new Kept(row.getString("dmn"), JsonColumn.read(row.getString("document"))));
                });
        return found;
    }
}
