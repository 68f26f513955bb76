package org.jackfield.engine.store.flow;

import java.util.List;
import javax.sql.DataSource;
import org.jackfield.engine.flow.Flows.Summary;
import org.jackfield.engine.tenant.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The flows of an account by key, read page by page from the workflow engine's table of definitions. Thread-safe. */
public final class FlowIndex {

    private final JdbcClient jdbc;

    public FlowIndex(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** The newest version of each flow in order of key, after the given key, at most {@code limit}. */
    public List<Summary> page(AccountId account, String afterKey, int limit) {
        return jdbc.sql("""
                SELECT DISTINCT ON (key_ COLLATE "C") key_, coalesce(name_, key_) AS name_, version_
                FROM act_re_procdef
                WHERE tenant_id_ = :account AND key_ COLLATE "C" > :after
                ORDER BY key_ COLLATE "C", version_ DESC
                LIMIT :limit""")
                .param("account", account.value())
                .param("after", afterKey)
                .param("limit", limit)
                .query((row, _) -> new Summary(row.getString("key_"), row.getString("name_"), row.getInt("version_")))
                .list();
    }
}
