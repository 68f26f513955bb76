package org.jackfield.engine.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.people.PasswordHash;
import org.jackfield.engine.people.Role;
import org.jackfield.engine.people.User;
import org.jackfield.engine.people.User.WorkerOf;
import org.jackfield.engine.people.UserStore;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People in PostgreSQL. */
public final class JdbcUsers implements UserStore {

    private final JdbcClient jdbc;

    public JdbcUsers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean insert(User user) {
        return jdbc.sql("""
                INSERT INTO person (account_id, id, name, role, workspace_id, worker_id, password, created, updated)
                VALUES (:account, :id, :name, :role, :workspace, :worker, :password, :created, :updated)
                ON CONFLICT DO NOTHING
                """).params(fields(user)).update() == 1;
    }

    @Override
    public boolean update(User user) {
        return jdbc.sql("""
                UPDATE person SET role = :role, workspace_id = :workspace, worker_id = :worker, password = :password,
                    updated = :updated
                WHERE account_id = :account AND id = :id
                """).params(fields(user)).update() == 1;
    }

    @Override
    public boolean delete(AccountId account, String id) {
        return jdbc.sql("DELETE FROM person WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .update() == 1;
    }

    @Override
    public Optional<User> find(AccountId account, String id) {
        return jdbc.sql("SELECT * FROM person WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public Optional<User> named(AccountId account, String name) {
        return jdbc.sql("SELECT * FROM person WHERE account_id = :account AND lower(name) = lower(:name)")
                .param("account", account.value())
                .param("name", name)
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public List<User> list(AccountId account, Paging paging) {
        return jdbc.sql("SELECT * FROM person WHERE account_id = :account AND id > :after ORDER BY id LIMIT :limit")
                .param("account", account.value())
                .param("after", paging.after())
                .param("limit", paging.limit())
                .query((row, number) -> read(row))
                .list();
    }

    private static Map<String, @Nullable Object> fields(User user) {
        Map<String, @Nullable Object> fields = new HashMap<>();
        fields.put("account", user.account().value());
        fields.put("id", user.id());
        fields.put("name", user.name());
        fields.put("role", user.role().word());
        fields.put("workspace", user.worker().map(WorkerOf::workspaceId).orElse(null));
        fields.put("worker", user.worker().map(WorkerOf::workerId).orElse(null));
        fields.put("password", user.password().text());
        fields.put("created", Rows.timestamp(user.created()));
        fields.put("updated", Rows.timestamp(user.updated()));
        return fields;
    }

    private static User read(ResultSet row) throws SQLException {
        Optional<String> workspace = Rows.optionalText(row, "workspace_id");
        Optional<String> worker = Rows.optionalText(row, "worker_id");
        return new User(Rows.account(row), row.getString("id"), row.getString("name"),
                Role.of(row.getString("role")).orElseThrow(),
                workspace.flatMap(in -> worker.map(id -> new WorkerOf(in, id))),
                PasswordHash.parse(row.getString("password")), Rows.instant(row, "created"),
                Rows.instant(row, "updated"));
    }
}
