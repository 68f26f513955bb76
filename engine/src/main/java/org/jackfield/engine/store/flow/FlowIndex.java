package org.jackfield.engine.store.flow;

import java.util.List;
import javax.sql.DataSource;
import org.jackfield.engine.flow.Flows.Summary;
import org.jackfield.engine.tenant.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The flows of an account, and the shipped ones under other keys, by key, read page by page from the workflow engine's table of definitions. Thread-safe. */
public final class FlowIndex {

    private final JdbcClient jdbc;

    public FlowIndex(DataSource database) {
        this.jdbc = JdbcClient.create(database);
    }

    /** The newest version of each flow in order of key, after the given key, at most {@code limit}. */
    public List<Summary> page(AccountId account, String afterKey, int limit) {
        return jdbc.sql("""
                SELECT DISTINCT ON (key_ COLLATE "C") key_, coalesce(name_, key_) AS name_, version_,
                    tenant_id_ IS NULL AS shipped
                FROM act_re_procdef
                WHERE (tenant_id_ = :account OR tenant_id_ IS NULL) AND key_ COLLATE "C" > :after
                ORDER BY key_ COLLATE "C", tenant_id_ IS NULL, version_ DESC
                LIMIT :limit""")
                .param("account", account.value())
                .param("after", afterKey)
                .param("limit", limit)
                .query((row, _) -> new Summary(row.getString("key_"), row.getString("name_"), row.getInt("version_"),
                        row.getBoolean("shipped")))
                .list();
    }
}
