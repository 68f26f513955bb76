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
import org.jackfield.engine.work.Media;
import org.jackfield.engine.work.Medium;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Media. */
final class JdbcMedia implements Media {

    private static final String FIND = """
            SELECT * FROM medium WHERE account_id = :account AND workspace_id = :workspace AND id = :id""";

    private final JdbcClient jdbc;

    JdbcMedia(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean insert(Medium medium) {
        return jdbc
                .sql("""
                        INSERT INTO medium (account_id, workspace_id, id, name, unique_name, longest_idle_first, created, updated)
                        VALUES (:account, :workspace, :id, :name, :uniqueName, :longestIdleFirst, :created, :updated)
                        ON CONFLICT (account_id, workspace_id, lower(unique_name)) DO NOTHING
                        """)
                .param("account", medium.account().value())
                .param("workspace", medium.workspaceId())
                .param("id", medium.id())
                .param("name", medium.name())
                .param("uniqueName", medium.uniqueName())
                .param("longestIdleFirst", medium.longestIdleFirst())
                .param("created", Rows.timestamp(medium.created()))
                .param("updated", Rows.timestamp(medium.updated()))
                .update() == 1;
    }

    @Override
    public boolean update(Medium medium) {
        return jdbc.sql("""
                UPDATE medium SET name = :name, longest_idle_first = :longestIdleFirst, updated = :updated
                WHERE account_id = :account AND workspace_id = :workspace AND id = :id
                """)
                .param("account", medium.account().value())
                .param("workspace", medium.workspaceId())
                .param("id", medium.id())
                .param("name", medium.name())
                .param("longestIdleFirst", medium.longestIdleFirst())
                .param("updated", Rows.timestamp(medium.updated()))
                .update() == 1;
    }

    /** The lock comes first: an item that takes the medium meanwhile is seen by the second statement. */
    @Override
    public boolean delete(AccountId account, String workspaceId, String mediumId) {
        return one(FIND + " FOR UPDATE", account, workspaceId, mediumId)
                .filter(medium -> jdbc.sql("""
                        DELETE FROM medium WHERE account_id = :account AND workspace_id = :workspace AND id = :id
                            AND NOT EXISTS (SELECT FROM work_item i WHERE i.account_id = :account
                                AND i.workspace_id = :workspace AND i.medium = :medium
                                AND i.state IN ('pending', 'reserved', 'assigned', 'wrapping'))
                        """)
                        .param("account", account.value())
                        .param("workspace", workspaceId)
                        .param("id", mediumId)
                        .param("medium", medium.uniqueName())
                        .update() == 1)
                .isPresent();
    }

    @Override
    public Optional<Medium> find(AccountId account, String workspaceId, String mediumId) {
        return one(FIND, account, workspaceId, mediumId);
    }

    @Override
    public Optional<Medium> use(AccountId account, String workspaceId, String uniqueNameOrId) {
        return one("""
                SELECT * FROM medium WHERE account_id = :account AND workspace_id = :workspace
                    AND (lower(unique_name) = lower(:id) OR id = :id)
                ORDER BY id LIMIT 1 FOR SHARE
                """, account, workspaceId, uniqueNameOrId);
    }

    @Override
    public List<Medium> findAll(AccountId account, String workspaceId, Set<String> uniqueNames) {
        return jdbc.sql("""
                SELECT * FROM medium WHERE account_id = :account AND workspace_id = :workspace
                    AND lower(unique_name) = ANY (SELECT lower(name) FROM unnest(:names::text[]) name)
                """)
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("names", uniqueNames.toArray(String[]::new))
                .query((row, _) -> medium(row))
                .list();
    }

    @Override
    public List<Medium> list(AccountId account, String workspaceId, Paging paging) {
        return PageSql.inOrder(paging, jdbc.sql("""
                SELECT * FROM medium WHERE account_id = :account AND workspace_id = :workspace %s
                """.formatted(PageSql.ascending(paging, "id")))
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("after", paging.after())
                .param("limit", paging.limit())
                .query((row, _) -> medium(row))
                .list());
    }

    private Optional<Medium> one(String sql, AccountId account, String workspaceId, String id) {
        return jdbc.sql(sql)
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("id", id)
                .query((row, _) -> medium(row))
                .optional();
    }

    private static Medium medium(ResultSet row) throws SQLException {
        return new Medium(Rows.account(row), row.getString("workspace_id"), row.getString("id"), row.getString("name"),
                row.getString("unique_name"), row.getBoolean("longest_idle_first"), Rows.instant(row, "created"),
                Rows.instant(row, "updated"));
    }
}
