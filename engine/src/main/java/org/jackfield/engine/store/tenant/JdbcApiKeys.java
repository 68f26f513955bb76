package org.jackfield.engine.store.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jackfield.engine.directory.ApiKey;
import org.jackfield.engine.directory.ApiKeyStore;
import org.jackfield.engine.directory.TokenHash;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.store.PageSql;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts' keys in PostgreSQL. */
public final class JdbcApiKeys implements ApiKeyStore {

    private final JdbcClient jdbc;

    public JdbcApiKeys(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public void insert(ApiKey key) {
        jdbc.sql("""
                INSERT INTO api_key (account_id, id, friendly_name, secret_salt, secret_hash, created, updated)
                VALUES (:account, :id, :name, :salt, :hash, :created, :updated)
                """)
                .param("account", key.account().value())
                .param("id", key.id())
                .param("name", key.friendlyName())
                .param("salt", key.secret().salt())
                .param("hash", key.secret().hash())
                .param("created", Rows.timestamp(key.created()))
                .param("updated", Rows.timestamp(key.updated()))
                .update();
    }

    @Override
    public boolean update(ApiKey key) {
        return jdbc.sql("""
                UPDATE api_key SET friendly_name = :name, updated = :updated
                WHERE account_id = :account AND id = :id
                """)
                .param("account", key.account().value())
                .param("id", key.id())
                .param("name", key.friendlyName())
                .param("updated", Rows.timestamp(key.updated()))
                .update() == 1;
    }

    @Override
    public boolean delete(AccountId account, String id) {
        return jdbc.sql("DELETE FROM api_key WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .update() == 1;
    }

    @Override
    public Optional<ApiKey> find(AccountId account, String id) {
        return byId(id).filter(key -> key.account().equals(account));
    }

    @Override
    public Optional<ApiKey> byId(String id) {
        return jdbc.sql("SELECT * FROM api_key WHERE id = :id")
                .param("id", id)
                .query((row, index) -> read(row))
                .optional();
    }

    @Override
    public List<ApiKey> list(AccountId account, Paging paging) {
        return PageSql.inOrder(paging, jdbc
                .sql("SELECT * FROM api_key WHERE account_id = :account " + PageSql.ascending(paging, "id"))
                .param("account", account.value())
                .param("after", paging.after())
                .param("limit", paging.limit())
                .query((row, index) -> read(row))
                .list());
    }

    private static ApiKey read(ResultSet row) throws SQLException {
        return new ApiKey(Rows.account(row), row.getString("id"), row.getString("friendly_name"),
                new TokenHash(row.getString("secret_salt"), row.getString("secret_hash")),
                Rows.instant(row, "created"), Rows.instant(row, "updated"));
    }
}
