package org.jackfield.engine.store.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jackfield.engine.directory.Application;
import org.jackfield.engine.directory.Application.Address;
import org.jackfield.engine.directory.Application.Use;
import org.jackfield.engine.directory.ApplicationStore;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.store.JsonColumn;
import org.jackfield.engine.store.PageSql;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts' applications in PostgreSQL. */
public final class JdbcApplications implements ApplicationStore {

    private final JdbcClient jdbc;

    public JdbcApplications(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public void insert(Application application) {
        jdbc.sql("""
                INSERT INTO application (account_id, id, friendly_name, addresses, created, updated)
                VALUES (:account, :id, :name, :addresses::jsonb, :created, :updated)
                """)
                .param("account", application.account().value())
                .param("id", application.id())
                .param("name", application.friendlyName())
                .param("addresses", JsonColumn.write(json(application.addresses())))
                .param("created", Rows.timestamp(application.created()))
                .param("updated", Rows.timestamp(application.updated()))
                .update();
    }

    @Override
    public boolean update(Application application) {
        return jdbc.sql("""
                UPDATE application SET friendly_name = :name, addresses = :addresses::jsonb, updated = :updated
                WHERE account_id = :account AND id = :id
                """)
                .param("account", application.account().value())
                .param("id", application.id())
                .param("name", application.friendlyName())
                .param("addresses", JsonColumn.write(json(application.addresses())))
                .param("updated", Rows.timestamp(application.updated()))
                .update() == 1;
    }

    @Override
    public boolean delete(AccountId account, String id) {
        return jdbc.sql("DELETE FROM application WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .update() == 1;
    }

    @Override
    public Optional<Application> find(AccountId account, String id) {
        return jdbc.sql("SELECT * FROM application WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query((row, index) -> read(row))
                .optional();
    }

    @Override
    public List<Application> list(AccountId account, Optional<String> friendlyName, Paging paging) {
        return PageSql.inOrder(paging, jdbc.sql("""
                SELECT * FROM application WHERE account_id = :account
                    AND friendly_name = coalesce(:name, friendly_name) %s
                """.formatted(PageSql.ascending(paging, "id")))
                .param("account", account.value())
                .param("name", friendlyName.orElse(null))
                .param("after", paging.after())
                .param("limit", paging.limit())
                .query((row, index) -> read(row))
                .list());
    }

    private static Map<String, ?> json(Map<Use, Address> addresses) {
        Map<String, Object> json = new LinkedHashMap<>();
        addresses.forEach((use, address) -> json.put(use.name(), List.of(address.url(), address.method())));
        return json;
    }

    private static Application read(ResultSet row) throws SQLException {
        Map<Use, Address> addresses = new EnumMap<>(Use.class);
        Rows.json(row, "addresses").forEach((use, pair) -> {
            if (pair instanceof List<?> list && list.size() == 2) {
                addresses.put(Use.valueOf(use), new Address(String.valueOf(list.get(0)), String.valueOf(list.get(1))));
            }
        });
        return new Application(Rows.account(row), row.getString("id"), row.getString("friendly_name"), addresses,
                Rows.instant(row, "created"), Rows.instant(row, "updated"));
    }
}
