package org.jackfield.analytics.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jackfield.analytics.conversation.Definitions;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Label definitions in PostgreSQL. A change waits for those who hold the version and makes others wait. */
public final class JdbcDefinitions implements Definitions {

    private static final String HELD = " FOR SHARE";

    private final JdbcClient jdbc;

    public JdbcDefinitions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long version(String account) {
        return version(account, "").orElse(0L);
    }

    @Override
    public long holdVersion(String account) {
        return version(account, HELD).orElseGet(() -> {
            jdbc.sql("INSERT INTO label_version (account_id, version) VALUES (:account, 0) ON CONFLICT DO NOTHING")
                    .param("account", account)
                    .update();
            return version(account, HELD).orElse(0L);
        });
    }

    private Optional<Long> version(String account, String lock) {
        return jdbc.sql("SELECT version FROM label_version WHERE account_id = :account" + lock)
                .param("account", account)
                .query(Long.class)
                .optional();
    }

    @Override
    public List<Defined> all(String account) {
        return jdbc.sql("SELECT * FROM label_definition WHERE account_id = :account AND current ORDER BY name")
                .param("account", account)
                .query((row, index) -> defined(row))
                .list();
    }

    @Override
    public Optional<Defined> find(String account, String name) {
        return jdbc.sql("SELECT * FROM label_definition WHERE account_id = :account AND name = :name AND current")
                .param("account", account)
                .param("name", name)
                .query((row, index) -> defined(row))
                .optional();
    }

    @Override
    public long put(String account, Map<String, String> json, Instant now) {
        long version = nextVersion(account);
        new TreeSet<>(json.keySet()).forEach(name -> {
            retire(account, name);
            insert(account, new Defined(name, json.getOrDefault(name, ""), version, now), true);
        });
        return version;
    }

    @Override
    public Optional<Long> remove(String account, String name, Instant now) {
        if (retire(account, name) == 0) {
            return Optional.empty();
        }
        long version = nextVersion(account);
        insert(account, new Defined(name, "", version, now), false);
        return Optional.of(version);
    }

    private long nextVersion(String account) {
        return jdbc.sql("""
                INSERT INTO label_version (account_id, version) VALUES (:account, 1)
                ON CONFLICT (account_id) DO UPDATE SET version = label_version.version + 1
                RETURNING version
                """).param("account", account).query(Long.class).single();
    }

    private int retire(String account, String name) {
        return jdbc.sql(
                "UPDATE label_definition SET current = false WHERE account_id = :account AND name = :name AND current")
                .param("account", account)
                .param("name", name)
                .update();
    }

    private void insert(String account, Defined defined, boolean current) {
        jdbc.sql("""
                INSERT INTO label_definition (account_id, name, version, definition, changed, current)
                VALUES (:account, :name, :version, :definition, :changed, :current)
                """)
                .param("account", account)
                .param("name", defined.name())
                .param("version", defined.version())
                .param("definition", current ? defined.json() : null)
                .param("changed", JdbcConversations.timestamp(defined.changed()))
                .param("current", current)
                .update();
    }

    private static Defined defined(ResultSet row) throws SQLException {
        return new Defined(row.getString("name"), row.getString("definition"), row.getLong("version"),
                JdbcConversations.instant(row, "changed"));
    }
}
