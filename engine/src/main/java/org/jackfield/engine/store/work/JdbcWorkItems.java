package org.jackfield.engine.store.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.store.JsonColumn;
import org.jackfield.engine.store.PageSql;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.work.WorkItem;
import org.jackfield.engine.work.WorkItemState;
import org.jackfield.engine.work.WorkItems;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work items. The conditions on the state are spelled as in the partial indexes, so that those are used. */
final class JdbcWorkItems implements WorkItems {

    private static final String FIND = "SELECT * FROM work_item WHERE account_id = :account AND id = :id";

    private final JdbcClient jdbc;

    JdbcWorkItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(WorkItem item) {
        WorkItem.Origin origin = item.origin();
        WorkItem.Standing standing = item.standing();
        jdbc.sql("""
                INSERT INTO work_item (account_id, id, workspace_id, queue_id, medium, subject, caller, attributes,
                    priority, created, virtual_start, waits_until, process_instance_id, state, deadline,
                    reservation_id, offers, reason, changed, keeps_place, version)
                VALUES (:account, :id, :workspace, :queue, :medium, :subject, :caller, :attributes::jsonb, :priority,
                    :created, :start, :waitsUntil, :process, :state, :deadline, :reservation, :offers, :reason,
                    :changed, :keepsPlace, :version)
                """)
                .param("account", item.account().value())
                .param("id", item.id())
                .param("workspace", item.workspaceId())
                .param("queue", origin.queueId())
                .param("medium", origin.medium())
                .param("subject", origin.subject())
                .param("caller", origin.caller())
                .param("attributes", JsonColumn.write(origin.attributes()))
                .param("priority", origin.priority())
                .param("created", Rows.timestamp(origin.created()))
                .param("start", Rows.timestamp(origin.virtualStart()))
                .param("waitsUntil", Rows.timestamp(origin.waitsUntil()))
                .param("process", origin.processInstanceId())
                .param("state", standing.state().word())
                .param("deadline", standing.deadline().map(Rows::timestamp).orElse(null))
                .param("reservation", standing.reservationId().orElse(null))
                .param("offers", standing.offers())
                .param("reason", standing.reason())
                .param("changed", Rows.timestamp(standing.changed()))
                .param("keepsPlace", standing.keepsPlace())
                .param("version", item.version())
                .update();
    }

    @Override
    public void update(WorkItem item) {
        WorkItem.Standing standing = item.standing();
        int written = jdbc.sql("""
                UPDATE work_item SET state = :state, deadline = :deadline, reservation_id = :reservation,
                    offers = :offers, reason = :reason, changed = :changed, keeps_place = :keepsPlace,
                    version = :version
                WHERE account_id = :account AND id = :id AND version = :version - 1
                """)
                .param("account", item.account().value())
                .param("id", item.id())
                .param("state", standing.state().word())
                .param("deadline", standing.deadline().map(Rows::timestamp).orElse(null))
                .param("reservation", standing.reservationId().orElse(null))
                .param("offers", standing.offers())
                .param("reason", standing.reason())
                .param("changed", Rows.timestamp(standing.changed()))
                .param("keepsPlace", standing.keepsPlace())
                .param("version", item.version())
                .update();
        if (written == 0) {
            throw new ConflictException("work item " + item.id() + " was changed by somebody else");
        }
    }

    @Override
    public Optional<WorkItem> find(AccountId account, String workItemId) {
        return find(FIND, account, workItemId);
    }

    @Override
    public Optional<WorkItem> lock(AccountId account, String workItemId) {
        return find(FIND + " FOR UPDATE", account, workItemId);
    }

    @Override
    public Optional<WorkItem> findOpen(AccountId account, String subject) {
        return jdbc.sql("""
                SELECT * FROM work_item WHERE account_id = :account AND subject = :subject AND subject <> ''
                    AND state IN ('pending', 'reserved', 'assigned', 'wrapping')
                ORDER BY id DESC LIMIT 1
                """)
                .param("account", account.value())
                .param("subject", subject)
                .query((row, _) -> item(row))
                .optional();
    }

    @Override
    public List<WorkItem> list(AccountId account, String workspaceId, Paging paging) {
        return list("", account, workspaceId, paging);
    }

    @Override
    public List<WorkItem> listOpen(AccountId account, String workspaceId, Paging paging) {
        return list("AND state IN ('pending', 'reserved', 'assigned', 'wrapping')", account, workspaceId, paging);
    }

    @Override
    public Optional<Instant> takePlace(AccountId account, String queueId, String caller, Instant since) {
        return jdbc.sql("""
                UPDATE work_item SET keeps_place = false, version = version + 1
                WHERE account_id = :account AND id = (SELECT id FROM work_item
                    WHERE account_id = :account AND queue_id = :queue AND caller = :caller AND keeps_place
                        AND changed >= :since
                    ORDER BY virtual_start LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING virtual_start
                """)
                .param("account", account.value())
                .param("queue", queueId)
                .param("caller", caller)
                .param("since", Rows.timestamp(since))
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    private Optional<WorkItem> find(String sql, AccountId account, String workItemId) {
        return jdbc.sql(sql)
                .param("account", account.value())
                .param("id", workItemId)
                .query((row, _) -> item(row))
                .optional();
    }

    private List<WorkItem> list(String condition, AccountId account, String workspaceId, Paging paging) {
        return PageSql.inOrder(paging, jdbc.sql("""
                SELECT * FROM work_item WHERE account_id = :account AND workspace_id = :workspace %s %s
                """.formatted(condition, PageSql.ascending(paging, "id")))
                .param("account", account.value())
                .param("workspace", workspaceId)
                .param("after", paging.after())
                .param("limit", paging.limit())
                .query((row, _) -> item(row))
                .list());
    }

    private static WorkItem item(ResultSet row) throws SQLException {
        WorkItem.Origin origin = new WorkItem.Origin(row.getString("queue_id"), row.getString("medium"),
                row.getString("subject"), Rows.json(row, "attributes"), row.getInt("priority"),
                Rows.instant(row, "created"), Rows.instant(row, "virtual_start"), Rows.instant(row, "waits_until"),
                row.getString("process_instance_id"));
        WorkItem.Standing standing = new WorkItem.Standing(WorkItemState.of(row.getString("state")),
                Rows.optionalInstant(row, "deadline"), Rows.optionalText(row, "reservation_id"),
                row.getInt("offers"), row.getString("reason"), Rows.instant(row, "changed"),
                row.getBoolean("keeps_place"));
        return new WorkItem(Rows.account(row), row.getString("workspace_id"), row.getString("id"), origin, standing,
                row.getLong("version"));
    }
}
