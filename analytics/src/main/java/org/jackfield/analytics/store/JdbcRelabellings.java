package org.jackfield.analytics.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jackfield.analytics.conversation.Relabelling;
import org.jackfield.analytics.conversation.Relabellings;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** How far archives are labelled anew, in PostgreSQL. A claim is the lock of the row, so it ends with the node that has it. */
public final class JdbcRelabellings implements Relabellings {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient jdbc;

    public JdbcRelabellings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<Relabelling> find(String account) {
        return jdbc.sql("SELECT * FROM relabelling WHERE account_id = :account")
                .param("account", account)
                .query((row, index) -> read(row))
                .optional();
    }

    @Override
    public void put(Relabelling relabelling) {
        Relabelling.Progress progress = relabelling.progress();
        jdbc.sql("""
                INSERT INTO relabelling (account_id, version, labels, after, done, total, begun, updated, finished)
                VALUES (:account, :version, :labels::json, :after, :done, :total, :begun, :updated, :finished)
                ON CONFLICT (account_id) DO UPDATE SET version = EXCLUDED.version, labels = EXCLUDED.labels,
                    after = EXCLUDED.after, done = EXCLUDED.done, total = EXCLUDED.total, begun = EXCLUDED.begun,
                    updated = EXCLUDED.updated, finished = EXCLUDED.finished
                """)
                .param("account", relabelling.account())
                .param("version", relabelling.version())
                .param("labels", JSON.writeValueAsString(relabelling.labels()))
                .param("after", progress.after())
                .param("done", progress.done())
                .param("total", progress.total())
                .param("begun", JdbcConversations.timestamp(progress.begun()))
                .param("updated", JdbcConversations.timestamp(progress.updated()))
                .param("finished", progress.finished().map(JdbcConversations::timestamp).orElse(null))
                .update();
    }

    @Override
    public Optional<Relabelling> claim() {
        return jdbc.sql("""
                SELECT * FROM relabelling WHERE finished IS NULL ORDER BY updated LIMIT 1 FOR UPDATE SKIP LOCKED
                """).query((row, index) -> read(row)).optional();
    }

    private static Relabelling read(ResultSet row) throws SQLException {
        Set<String> labels = new HashSet<>();
        JSON.readTree(row.getString("labels")).forEach(name -> labels.add(name.asString()));
        Optional<Instant> finished = Optional.ofNullable(row.getObject("finished", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
        return new Relabelling(row.getString("account_id"), row.getLong("version"), labels,
                new Relabelling.Progress(row.getString("after"), row.getLong("done"), row.getLong("total"),
                        JdbcConversations.instant(row, "begun"), JdbcConversations.instant(row, "updated"),
                        finished));
    }
}
