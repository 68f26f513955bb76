package org.jackfield.engine.store.tenant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jackfield.engine.directory.IncomingNumber;
import org.jackfield.engine.directory.NumberStore;
import org.jackfield.engine.id.Paging;
import org.jackfield.engine.store.PageSql;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The accounts' numbers in PostgreSQL. */
public final class JdbcNumbers implements NumberStore {

    private final JdbcClient jdbc;

    public JdbcNumbers(DataSource dataSource) {
        this.jdbc = JdbcClient.create(dataSource);
    }

    @Override
    public boolean insert(IncomingNumber number) {
        return jdbc.sql("""
                INSERT INTO incoming_number (account_id, id, number, friendly_name, voice, created, updated)
                VALUES (:account, :id, :number, :name, :voice, :created, :updated)
                ON CONFLICT (number) DO NOTHING
                """)
                .param("account", number.account().value())
                .param("id", number.id())
                .param("number", number.number())
                .param("name", number.friendlyName())
                .param("voice", number.voice().map(FlowAddress::toString).orElse(null))
                .param("created", Rows.timestamp(number.created()))
                .param("updated", Rows.timestamp(number.updated()))
                .update() == 1;
    }

    @Override
    public boolean update(IncomingNumber number) {
        return jdbc.sql("""
                UPDATE incoming_number SET friendly_name = :name, voice = :voice, updated = :updated
                WHERE account_id = :account AND id = :id
                """)
                .param("account", number.account().value())
                .param("id", number.id())
                .param("name", number.friendlyName())
                .param("voice", number.voice().map(FlowAddress::toString).orElse(null))
                .param("updated", Rows.timestamp(number.updated()))
                .update() == 1;
    }

    @Override
    public boolean delete(AccountId account, String id) {
        return jdbc.sql("DELETE FROM incoming_number WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .update() == 1;
    }

    @Override
    public Optional<IncomingNumber> find(AccountId account, String id) {
        return jdbc.sql("SELECT * FROM incoming_number WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query((row, index) -> read(row))
                .optional();
    }

    @Override
    public Optional<IncomingNumber> byNumber(String number) {
        return jdbc.sql("SELECT * FROM incoming_number WHERE number = :number")
                .param("number", number)
                .query((row, index) -> read(row))
                .optional();
    }

    @Override
    public List<IncomingNumber> list(AccountId account, Filter filter, Paging paging) {
        return PageSql.inOrder(paging, jdbc.sql("""
                SELECT * FROM incoming_number
                WHERE account_id = :account
                    AND number = coalesce(:number, number) AND friendly_name = coalesce(:name, friendly_name)
                %s
                """.formatted(PageSql.ascending(paging, "id")))
                .param("account", account.value())
                .param("after", paging.after())
                .param("number", filter.number().orElse(null))
                .param("name", filter.friendlyName().orElse(null))
                .param("limit", paging.limit())
                .query((row, index) -> read(row))
                .list());
    }

    @Override
    public Set<String> taken(Collection<String> numbers) {
        return new HashSet<>(jdbc.sql("SELECT number FROM incoming_number WHERE number = ANY(:numbers)")
                .param("numbers", numbers.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    private static IncomingNumber read(ResultSet row) throws SQLException {
        return new IncomingNumber(Rows.account(row), row.getString("id"), row.getString("number"),
                row.getString("friendly_name"), Rows.optionalText(row, "voice").map(FlowAddress::parse),
                Rows.instant(row, "created"), Rows.instant(row, "updated"));
    }
}
