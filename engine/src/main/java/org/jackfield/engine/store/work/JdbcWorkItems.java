package org.jackfield.engine.store.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.store.JsonColumn;
import org.jackfield.engine.store.PageSql;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.ConflictException;
import org.jackfield.engine.work.WorkItem;
import org.jackfield.engine.work.WorkItemState;
import org.jackfield.engine.work.WorkItems;
import org.jackfield.engine.work.policy.Route;
import org.jackfield.engine.work.policy.RouteState;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Work items. The conditions on the state are spelled as in the partial indexes, so that those are used. */
final class JdbcWorkItems implements WorkItems {

    private static final String UPDATE = """
            UPDATE work_item SET %s state = :state, deadline = :deadline, reservation_id = :reservation,
                offers = :offers, reason = :reason, changed = :changed, keeps_place = :keepsPlace,
                version = :version, queue_id = :queue, priority = :priority, queue_entered = :entered,
                policy_id = :policy, route_state = :routeState, route_filter = :filter,
                route_position = :position, target_ends = :targetEnds, policy_round = :round, touched = clock_timestamp()
            WHERE account_id = :account AND id = :id AND version = :version - 1
            """;
    private static final String FIND = "SELECT * FROM work_item WHERE account_id = :account AND id = :id";
    private static final String FIND_ALL = "SELECT * FROM work_item WHERE account_id = :account AND id = ANY (:ids)";

    private final JdbcClient jdbc;

    JdbcWorkItems(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(WorkItem item) {
        WorkItem.Origin origin = item.origin();
        standing(
                """
                        INSERT INTO work_item (account_id, id, workspace_id, queue_id, medium, subject, caller, attributes,
                            priority, created, virtual_start, waits_until, process_instance_id, state, deadline,
                            reservation_id, offers, reason, changed, keeps_place, version, queue_entered, policy_id,
                            route_state, route_filter, route_position, target_ends, policy_round, ignores_capacity,
                            wanted_worker)
                        VALUES (:account, :id, :workspace, :queue, :medium, :subject, :caller, :attributes::jsonb, :priority,
                            :created, :start, :waitsUntil, :process, :state, :deadline, :reservation, :offers, :reason,
                            :changed, :keepsPlace, :version, :entered, :policy, :routeState, :filter, :position, :targetEnds, :round,
                            :ignoresCapacity, :wantedWorker)
                        """,
                item)
                .param("workspace", item.workspaceId())
                .param("medium", origin.medium())
                .param("subject", origin.subject())
                .param("caller", origin.caller())
                .param("attributes", JsonColumn.write(origin.attributes()))
                .param("created", Rows.timestamp(origin.created()))
                .param("start", Rows.timestamp(origin.virtualStart()))
                .param("waitsUntil", Rows.timestamp(origin.waitsUntil()))
                .param("process", origin.processInstanceId())
                .param("ignoresCapacity", origin.ignoresCapacity())
                .param("wantedWorker", origin.wantedWorker().orElse(null))
                .update();
    }

    @Override
    public void update(WorkItem item) {
        requireWritten(item, standing(UPDATE.formatted(""), item).update());
    }

    @Override
    public void updateAll(List<WorkItem> items) {
        if (items.size() == 1) {
            update(items.getFirst());
        } else if (!items.isEmpty() && WorkItemBatch.update(jdbc, items) != items.size()) {
            throw new ConflictException("one of " + items.size() + " work items was changed by somebody else");
        }
    }

    @Override
    public void amend(WorkItem item) {
        WorkItem.Origin origin = item.origin();
        requireWritten(item, standing(UPDATE.formatted("""
                medium = :medium, caller = :caller, attributes = :attributes::jsonb, virtual_start = :start,"""), item)
                .param("medium", origin.medium())
                .param("caller", origin.caller())
                .param("attributes", JsonColumn.write(origin.attributes()))
                .param("start", Rows.timestamp(origin.virtualStart()))
                .update());
    }

    @Override
    public boolean delete(AccountId account, String workItemId) {
        jdbc.sql("DELETE FROM reservation WHERE account_id = :account AND work_item_id = :id")
                .param("account", account.value())
                .param("id", workItemId)
                .update();
        return jdbc.sql("DELETE FROM work_item WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", workItemId)
                .update() == 1;
    }

    private static void requireWritten(WorkItem item, int written) {
        if (written == 0) {
            throw new ConflictException("work item " + item.id() + " was changed by somebody else");
        }
    }

    /** With the parameters of what changes. */
    private JdbcClient.StatementSpec standing(String sql, WorkItem item) {
        WorkItem.Standing standing = item.standing();
        WorkItem.Place place = item.place();
        Optional<Route> route = place.course().map(WorkItem.Course::route);
        return jdbc.sql(sql)
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
                .param("queue", place.queueId())
                .param("priority", place.priority())
                .param("entered", Rows.timestamp(place.entered()))
                .param("policy", place.course().map(WorkItem.Course::policyId).orElse(null))
                .param("routeState", route.map(one -> one.state().word()).orElse(null))
                .param("filter", route.flatMap(Route::filter).orElse(null))
                .param("position", route.map(Route::position).orElse(null))
                .param("round", place.course().map(WorkItem.Course::round).orElse(0))
                .param("targetEnds", place.ends().map(Rows::timestamp).orElse(null));
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
    public Optional<WorkItem> lockByReservation(AccountId account, String reservationId) {
        return find("""
                SELECT * FROM work_item WHERE account_id = :account AND id = (
                    SELECT work_item_id FROM reservation WHERE account_id = :account AND id = :id) FOR UPDATE
                """, account, reservationId);
    }

    @Override
    public List<WorkItem> findAll(AccountId account, Set<String> workItemIds) {
        return all(FIND_ALL, account, workItemIds);
    }

    @Override
    public List<WorkItem> lockAll(AccountId account, Set<String> workItemIds) {
        return all(FIND_ALL + " ORDER BY id FOR UPDATE", account, workItemIds);
    }

    private List<WorkItem> all(String sql, AccountId account, Set<String> workItemIds) {
        return workItemIds.isEmpty()
                ? List.of()
                : jdbc.sql(sql)
                        .param("account", account.value())
                        .param("ids", workItemIds.toArray(String[]::new))
                        .query((row, _) -> item(row))
                        .list();
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
        WorkItem.Origin origin = new WorkItem.Origin(row.getString("medium"), row.getString("subject"),
                Rows.json(row, "attributes"), Rows.instant(row, "created"), Rows.instant(row, "virtual_start"),
                Rows.instant(row, "waits_until"), row.getBoolean("ignores_capacity"),
                row.getString("process_instance_id"), Rows.optionalText(row, "wanted_worker"));
        WorkItem.Place place = new WorkItem.Place(row.getString("queue_id"), row.getInt("priority"),
                Rows.instant(row, "queue_entered"), course(row));
        WorkItem.Standing standing = new WorkItem.Standing(WorkItemState.of(row.getString("state")),
                Rows.optionalInstant(row, "deadline"), Rows.optionalText(row, "reservation_id"),
                row.getInt("offers"), row.getString("reason"), Rows.instant(row, "changed"),
                row.getBoolean("keeps_place"));
        return new WorkItem(Rows.account(row), row.getString("workspace_id"), row.getString("id"), origin, place,
                standing, row.getLong("version"));
    }

    private static Optional<WorkItem.Course> course(ResultSet row) throws SQLException {
        Optional<String> policy = Rows.optionalText(row, "policy_id");
        if (policy.isEmpty()) {
            return Optional.empty();
        }
        Route route = new Route(RouteState.of(row.getString("route_state")),
                Optional.ofNullable(row.getObject("route_filter", Integer.class)), row.getInt("route_position"));
        return Optional.of(new WorkItem.Course(policy.get(), route, Rows.optionalInstant(row, "target_ends"),
                row.getInt("policy_round")));
    }
}
