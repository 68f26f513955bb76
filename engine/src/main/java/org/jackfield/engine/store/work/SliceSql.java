package org.jackfield.engine.store.work;

import org.jackfield.engine.work.statistics.Slice;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The condition that picks a slice. Parameters: {@code account}, {@code workspace}, {@code ids}, {@code medium}. A condition
 * stands there only where it is needed, so that the index of what is asked for is used.
 */
final class SliceSql {

    private SliceSql() {}

    static String condition(Slice slice) {
        String part = switch (slice.part()) {
            case WORKSPACE -> "";
            case QUEUES -> " AND queue_id = ANY (:ids)";
            case POLICIES -> " AND policy_id IS NOT NULL AND policy_id = ANY (:ids)";
            case WORKERS -> " AND worker_id IS NOT NULL AND worker_id = ANY (:ids)";
        };
        return "account_id = :account AND workspace_id = :workspace" + part
                + slice.medium().map(_ -> " AND medium = :medium").orElse("");
    }

    static JdbcClient.StatementSpec bound(JdbcClient.StatementSpec sql, Slice slice) {
        return sql.param("account", slice.account().value())
                .param("workspace", slice.workspaceId())
                .param("ids", slice.ids().toArray(String[]::new))
                .param("medium", slice.medium().orElse(""));
    }
}
