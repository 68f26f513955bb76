package org.jackfield.analytics.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jackfield.analytics.conversation.KeepingRules;
import org.jackfield.analytics.extract.ValueType;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What accounts want kept, in PostgreSQL. */
public final class JdbcKeepingRules implements KeepingRules {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    public JdbcKeepingRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Rules of(String account) {
        return jdbc.sql("SELECT * FROM conversation_settings WHERE account_id = :account")
                .param("account", account)
                .query((row, index) -> rules(row))
                .optional()
                .orElse(Rules.NONE);
    }

    @Override
    public void put(String account, Rules rules) {
        jdbc.sql("""
                INSERT INTO conversation_settings (account_id, retention_days, redact)
                VALUES (:account, :days, :redact::json)
                ON CONFLICT (account_id)
                    DO UPDATE SET retention_days = EXCLUDED.retention_days, redact = EXCLUDED.redact
                """)
                .param("account", account)
                .param("days", rules.keep().map(Duration::toDays).orElse(null))
                .param("redact",
                        JSON.writeValueAsString(rules.redact().stream().map(ValueType::word).sorted().toList()))
                .update();
    }

    @Override
    public List<OfAccount> limited(String afterAccount, int limit) {
        return jdbc.sql("""
                SELECT * FROM conversation_settings WHERE account_id > :after AND retention_days IS NOT NULL
                ORDER BY account_id LIMIT :limit
                """)
                .param("after", afterAccount)
                .param("limit", limit)
                .query((row, index) -> new OfAccount(row.getString("account_id"), rules(row)))
                .list();
    }

    private static Rules rules(ResultSet row) throws SQLException {
        Set<ValueType> redact = EnumSet.noneOf(ValueType.class);
        JSON.readTree(row.getString("redact"))
                .forEach(word -> redact.add(ValueType.valueOf(word.asString().toUpperCase(Locale.ROOT))));
        int days = row.getInt("retention_days");
        return new Rules(days == 0 ? Optional.empty() : Optional.of(Duration.ofDays(days)), redact);
    }
}
