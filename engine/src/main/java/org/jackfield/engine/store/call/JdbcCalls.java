package org.jackfield.engine.store.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.Call.Parties;
import org.jackfield.engine.call.Call.Placement;
import org.jackfield.engine.call.Call.Run;
import org.jackfield.engine.call.Call.Times;
import org.jackfield.engine.call.CallDirection;
import org.jackfield.engine.call.CallStatus;
import org.jackfield.engine.call.Calls;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.LegEvent.DialogIdentity;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.store.PageSql;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.ConflictException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The call records in PostgreSQL. */
public final class JdbcCalls implements Calls {

    private final JdbcClient jdbc;

    public JdbcCalls(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(Call call) {
        Map<String, @Nullable Object> fields = changing(call);
        fields.put("parent", call.parties().parent().orElse(null));
        fields.put("direction", call.parties().direction().text());
        fields.put("from", call.parties().from());
        fields.put("to", call.parties().to());
        fields.put("node", call.placement().node());
        fields.put("incarnation", call.placement().incarnation());
        fields.put("created", Rows.timestamp(call.times().created()));
        jdbc.sql(
                """
                        INSERT INTO call (account_id, id, parent_id, direction, from_address, to_address, status, flow_key,
                            flow_version, process_instance, node, incarnation, dialog, created, answered, ended, end_cause, version)
                        VALUES (:account, :id, :parent, :direction, :from, :to, :status, :flow, :flowVersion, :process, :node,
                            :incarnation, :dialog, :created, :answered, :ended, :cause, 0)
                        """)
                .params(fields)
                .update();
    }

    @Override
    public Call update(Call call) {
        int rows = jdbc.sql("""
                UPDATE call SET status = :status, flow_key = :flow, flow_version = :flowVersion,
                    process_instance = :process, dialog = :dialog, answered = :answered, ended = :ended,
                    end_cause = :cause, version = version + 1
                WHERE account_id = :account AND id = :id AND version = :version
                """).params(changing(call)).update();
        if (rows == 0) {
            throw new ConflictException("call " + call.id() + " was changed");
        }
        return call.stored(call.version() + 1);
    }

    @Override
    public Optional<Call> find(AccountId account, String id) {
        return jdbc.sql("SELECT * FROM call WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query((row, index) -> read(row))
                .optional();
    }

    @Override
    public List<Call> list(AccountId account, Filter filter, Paging paging) {
        StringBuilder where = new StringBuilder("account_id = :account");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("account", account.value());
        values.put("after", paging.after());
        values.put("limit", paging.limit());
        narrow(where, values, "status = :status", filter.status().map(CallStatus::text));
        narrow(where, values, "from_address = :from", filter.from());
        narrow(where, values, "to_address = :to", filter.to());
        narrow(where, values, "parent_id = :parent", filter.parent());
        narrow(where, values, "created >= :createdFrom", filter.created().from().map(Rows::timestamp));
        narrow(where, values, "created < :createdBefore", filter.created().before().map(Rows::timestamp));
        narrow(where, values, "ended >= :endedFrom", filter.ended().from().map(Rows::timestamp));
        narrow(where, values, "ended < :endedBefore", filter.ended().before().map(Rows::timestamp));
        return PageSql.inOrder(paging,
                jdbc.sql("SELECT * FROM call WHERE " + where + " " + PageSql.descending(paging, "id"))
                        .params(values)
                        .query((row, index) -> read(row))
                        .list());
    }

    @Override
    public boolean delete(AccountId account, String id) {
        return jdbc.sql("DELETE FROM call WHERE account_id = :account AND id = :id AND ended IS NOT NULL")
                .param("account", account.value())
                .param("id", id)
                .update() == 1;
    }

    @Override
    public List<Call> openLegs(AccountId account, String root) {
        return jdbc.sql("""
                SELECT * FROM call WHERE account_id = :account AND id = :root AND ended IS NULL
                UNION ALL
                (SELECT * FROM call WHERE account_id = :account AND parent_id = :root AND ended IS NULL ORDER BY id)
                """)
                .param("account", account.value())
                .param("root", root)
                .query((row, index) -> read(row))
                .list();
    }

    @Override
    public List<Call> leftBehind(String node, long incarnation, int limit) {
        return jdbc.sql("""
                SELECT * FROM call WHERE node = :node AND incarnation < :incarnation AND ended IS NULL
                ORDER BY parent_id IS NOT NULL, id LIMIT :limit
                """)
                .param("node", node)
                .param("incarnation", incarnation)
                .param("limit", limit)
                .query((row, index) -> read(row))
                .list();
    }

    private static void narrow(StringBuilder where, Map<String, Object> values, String condition, Optional<?> value) {
        value.ifPresent(wanted -> {
            where.append(" AND ").append(condition);
            values.put(condition.substring(condition.indexOf(':') + 1), wanted);
        });
    }

    private static Map<String, @Nullable Object> changing(Call call) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("account", call.account().value());
        fields.put("id", call.id());
        fields.put("status", call.status().text());
        fields.put("flow", call.run().flowKey().orElse(null));
        fields.put("flowVersion", call.run().flowVersion());
        fields.put("process", call.run().processInstance().orElse(null));
        fields.put("dialog", call.placement().dialog().map(DialogIdentity::text).orElse(null));
        fields.put("answered", call.times().answered().map(Rows::timestamp).orElse(null));
        fields.put("ended", call.times().ended().map(Rows::timestamp).orElse(null));
        fields.put("cause", call.endCause().map(EndCause::name).orElse(null));
        fields.put("version", call.version());
        return fields;
    }

    private static Call read(ResultSet row) throws SQLException {
        Parties parties = new Parties(CallDirection.of(row.getString("direction")), row.getString("from_address"),
                row.getString("to_address"), Rows.optionalText(row, "parent_id"));
        Run run = new Run(Rows.optionalText(row, "flow_key"), row.getInt("flow_version"),
                Rows.optionalText(row, "process_instance"));
        Placement placement = new Placement(row.getString("node"), row.getLong("incarnation"),
                Rows.optionalText(row, "dialog").map(DialogIdentity::new));
        Times times = new Times(Rows.instant(row, "created"), Rows.optionalInstant(row, "answered"),
                Rows.optionalInstant(row, "ended"));
        return new Call(Rows.account(row), row.getString("id"), parties, CallStatus.of(row.getString("status")), run,
                placement, times, Rows.optionalText(row, "end_cause").map(EndCause::valueOf), row.getLong("version"));
    }
}
