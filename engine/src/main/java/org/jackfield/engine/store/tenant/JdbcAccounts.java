package org.jackfield.engine.store.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jackfield.engine.directory.Account;
import org.jackfield.engine.directory.AccountStore;
import org.jackfield.engine.directory.TokenHash;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.store.PageSql;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Accounts in PostgreSQL. */
public final class JdbcAccounts implements AccountStore {

    private final JdbcClient jdbc;

    public JdbcAccounts(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public boolean insert(Account account) {
        return write(account,
                """
                        INSERT INTO account (account_id, friendly_name, status, token_salt, token_hash, max_calls, owner_id,
                            created, updated)
                        VALUES (:account, :name, :status, :salt, :hash, :maxCalls, :owner, :created, :updated)
                        ON CONFLICT (account_id) DO NOTHING
                        """);
    }

    @Override
    public boolean update(Account account) {
        return write(account, """
                UPDATE account SET friendly_name = :name, status = :status, token_salt = :salt, token_hash = :hash,
                    max_calls = :maxCalls, owner_id = :owner, created = :created, updated = :updated
                WHERE account_id = :account
                """);
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return jdbc.sql("SELECT * FROM account WHERE account_id = :account")
                .param("account", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public List<Account> list(AccountId owner, Filter filter, Paging paging) {
        return PageSql.inOrder(paging, jdbc.sql("""
                SELECT * FROM account WHERE (account_id = :owner OR owner_id = :owner)
                    AND friendly_name = coalesce(:name, friendly_name) AND status = coalesce(:status, status)
                %s
                """.formatted(PageSql.ascending(paging, "account_id")))
                .param("owner", owner.value())
                .param("name", filter.friendlyName().orElse(null))
                .param("status", filter.status().map(JdbcAccounts::word).orElse(null))
                .param("after", paging.after())
                .param("limit", paging.limit())
                .query((row, number) -> read(row))
                .list());
    }

    @Override
    public Optional<Account> first() {
        return jdbc.sql("SELECT * FROM account ORDER BY created, account_id LIMIT 1")
                .query((row, number) -> read(row))
                .optional();
    }

    private boolean write(Account account, String sql) {
        return jdbc.sql(sql)
                .param("account", account.id().value())
                .param("name", account.friendlyName())
                .param("status", word(account.status()))
                .param("salt", account.token().salt())
                .param("hash", account.token().hash())
                .param("maxCalls", account.maxCalls())
                .param("owner", account.owner().map(AccountId::value).orElse(null))
                .param("created", Rows.timestamp(account.created()))
                .param("updated", Rows.timestamp(account.updated()))
                .update() == 1;
    }

    private static String word(Account.Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static Account read(ResultSet row) throws SQLException {
        return new Account(Rows.account(row), row.getString("friendly_name"),
                Account.Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                new TokenHash(row.getString("token_salt"), row.getString("token_hash")), row.getInt("max_calls"),
                Rows.optionalText(row, "owner_id").map(AccountId::new),
                Rows.instant(row, "created"), Rows.instant(row, "updated"));
    }
}
