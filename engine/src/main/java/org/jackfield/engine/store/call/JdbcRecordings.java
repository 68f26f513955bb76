package org.jackfield.engine.store.call;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.call.Recording;
import org.jackfield.engine.call.Recordings;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.store.PageSql;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The recordings' rows in PostgreSQL. */
public final class JdbcRecordings implements Recordings {

    private final JdbcClient jdbc;

    public JdbcRecordings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void save(Recording recording) {
        jdbc.sql(
                """
                        INSERT INTO recording (account_id, id, call_id, work_item_id, status, file, duration_millis, channels, created)
                        VALUES (:account, :id, :call, :workItem, :status, :file, :duration, :channels, :created)
                        ON CONFLICT (account_id, id) DO UPDATE SET status = excluded.status, file = excluded.file,
                            duration_millis = excluded.duration_millis, channels = excluded.channels
                        """)
                .param("account", recording.account().value())
                .param("id", recording.id())
                .param("call", recording.callId())
                .param("workItem", recording.workItem().orElse(null))
                .param("status", recording.status().name().toLowerCase(Locale.ROOT))
                .param("file", recording.file())
                .param("duration", recording.duration().toMillis())
                .param("channels", recording.channels())
                .param("created", Rows.timestamp(recording.created()))
                .update();
    }

    @Override
    public Optional<Recording> find(AccountId account, String id) {
        return jdbc.sql("SELECT * FROM recording WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query((row, index) -> read(row))
                .optional();
    }

    @Override
    public List<Recording> list(AccountId account, Filter filter, Paging paging) {
        Map<String, Object> values = new LinkedHashMap<>(
                Map.of("account", account.value(), "after", paging.after(), "limit", paging.limit()));
        StringBuilder where = new StringBuilder("account_id = :account ");
        filter.callId().ifPresent(id -> {
            where.append("AND call_id = :call ");
            values.put("call", id);
        });
        filter.created().from().ifPresent(from -> {
            where.append("AND created >= :from ");
            values.put("from", Rows.timestamp(from));
        });
        filter.created().before().ifPresent(before -> {
            where.append("AND created < :before ");
            values.put("before", Rows.timestamp(before));
        });
        return PageSql.inOrder(paging,
                jdbc.sql("SELECT * FROM recording WHERE " + where + PageSql.descending(paging, "id"))
                        .params(values)
                        .query((row, index) -> read(row))
                        .list());
    }

    @Override
    public List<Recording> inProgress(Optional<Recording> after, int limit) {
        return jdbc.sql("""
                SELECT * FROM recording WHERE status = 'in_progress' AND (account_id, id) > (:account, :id)
                ORDER BY account_id, id LIMIT :limit""")
                .param("account", after.map(recording -> recording.account().value()).orElse(""))
                .param("id", after.map(Recording::id).orElse(""))
                .param("limit", limit)
                .query((row, index) -> read(row))
                .list();
    }

    @Override
    public Optional<Recording> delete(AccountId account, String id) {
        return jdbc.sql("DELETE FROM recording WHERE account_id = :account AND id = :id RETURNING *")
                .param("account", account.value())
                .param("id", id)
                .query((row, index) -> read(row))
                .optional();
    }

    private static Recording read(ResultSet row) throws SQLException {
        return new Recording(Rows.account(row), row.getString("id"), row.getString("call_id"),
                Rows.optionalText(row, "work_item_id"),
                Recording.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)), row.getString("file"),
                Duration.ofMillis(row.getLong("duration_millis")), row.getInt("channels"),
                Rows.instant(row, "created"));
    }
}
