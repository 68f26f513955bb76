package org.jackfield.engine.store.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.alert.Alert;
import org.jackfield.engine.alert.Alerts;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.store.PageSql;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Alerts in PostgreSQL. */
public final class JdbcAlerts implements Alerts {

    private final JdbcClient jdbc;

    public JdbcAlerts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(Alert alert) {
        jdbc.sql("""
                INSERT INTO alert (account_id, id, level, code, call_id, text, request_url, time)
                VALUES (:account, :id, :level, :code, :call, :text, :url, :time)
                """)
                .param("account", alert.account().value())
                .param("id", alert.id())
                .param("level", word(alert.cause().level()))
                .param("code", alert.cause().code())
                .param("call", alert.callId().orElse(null))
                .param("text", alert.cause().text().replace('\u0000', '\ufffd'))
                .param("url", alert.cause().requestUrl())
                .param("time", Rows.timestamp(alert.time()))
                .update();
    }

    @Override
    public Optional<Alert> find(AccountId account, String id) {
        return jdbc.sql("SELECT * FROM alert WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query((row, index) -> read(row))
                .optional();
    }

    @Override
    public List<Alert> list(AccountId account, Filter filter, Paging paging) {
        StringBuilder where = new StringBuilder("account_id = :account ");
        Map<String, Object> values = new LinkedHashMap<>(
                Map.of("account", account.value(), "after", paging.after(), "limit", paging.limit()));
        narrow(where, values, "level = :level", filter.level().map(JdbcAlerts::word));
        narrow(where, values, "call_id = :call", filter.callId());
        narrow(where, values, "time >= :from", filter.time().from().map(Rows::timestamp));
        narrow(where, values, "time < :before", filter.time().before().map(Rows::timestamp));
        return PageSql.inOrder(paging,
                jdbc.sql("SELECT * FROM alert WHERE " + where + PageSql.descending(paging, "id"))
                        .params(values)
                        .query((row, index) -> read(row))
                        .list());
    }

    private static void narrow(StringBuilder where, Map<String, Object> values, String condition, Optional<?> value) {
        value.ifPresent(wanted -> {
            where.append("AND ").append(condition).append(' ');
            values.put(condition.substring(condition.indexOf(':') + 1), wanted);
        });
    }

    private static String word(Alert.Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    private static Alert read(ResultSet row) throws SQLException {
        Alert.Cause cause = new Alert.Cause(Alert.Level.valueOf(row.getString("level").toUpperCase(Locale.ROOT)),
                row.getInt("code"), row.getString("text"), row.getString("request_url"));
        return new Alert(Rows.account(row), row.getString("id"), cause, Rows.optionalText(row, "call_id"),
                Rows.instant(row, "time"));
    }
}
