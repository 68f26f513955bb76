package org.jackfield.engine.store.presence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.jackfield.engine.node.Nodes;
import org.jackfield.engine.presence.Looks;
import org.jackfield.engine.presence.Registrations;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.UnitOfWork;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Registrations in PostgreSQL: they outlive a restart, and every node of a cluster sees them. A new contact, and one that is
 * removed, is news to look at; a refresh is none and writes one row.
 */
public final class JdbcRegistrations implements Registrations {

    private final JdbcClient jdbc;
    private final UnitOfWork unit;
    private final Looks looks;
    private final Nodes nodes;

    public JdbcRegistrations(DataSource dataSource, UnitOfWork unit, Looks looks, Nodes nodes) {
        this.jdbc = JdbcClient.create(dataSource);
        this.unit = unit;
        this.looks = looks;
        this.nodes = nodes;
    }

    @Override
    public boolean register(Binding binding) {
        return unit.run(() -> {
            boolean refreshed = change(binding, """
                    UPDATE registration AS known
                    SET received = :received, transport = :transport, call_id = :callId, cseq = :cseq,
                        expires = :expires, node = :node
                    WHERE account_id = :account AND address_of_record = :aor AND contact = :contact AND expires > :now
                        AND node = :node AND transport = :transport AND (call_id <> :callId OR cseq < :cseq)
                    """);
            if (refreshed) {
                return true;
            }
            looks.gained(binding.account(), binding.addressOfRecord());
            return change(binding, """
                    INSERT INTO registration AS known
                        (account_id, address_of_record, contact, received, transport, call_id, cseq, expires, node)
                    VALUES (:account, :aor, :contact, :received, :transport, :callId, :cseq, :expires, :node)
                    ON CONFLICT (account_id, address_of_record, contact) DO UPDATE
                    SET received = excluded.received, transport = excluded.transport, call_id = excluded.call_id,
                        cseq = excluded.cseq, expires = excluded.expires, node = excluded.node
                    WHERE known.call_id <> excluded.call_id OR known.cseq < excluded.cseq
                    """);
        });
    }

    private boolean change(Binding binding, String sql) {
        return jdbc.sql(sql)
                .param("account", binding.account().value())
                .param("aor", binding.addressOfRecord())
                .param("contact", binding.contact())
                .param("received", binding.received())
                .param("transport", binding.transport())
                .param("callId", binding.callId())
                .param("cseq", binding.cseq())
                .param("expires", Rows.timestamp(binding.expires()))
                .param("node", nodes.self().toString())
                .param("now", Rows.timestamp(looks.clock().instant()))
                .update() == 1;
    }

    @Override
    public void remove(AccountId account, String addressOfRecord, String contact) {
        unit.run(() -> {
            looks.lost(account, addressOfRecord);
            jdbc.sql("""
                    DELETE FROM registration
                    WHERE account_id = :account AND address_of_record = :aor AND contact = :contact
                    """)
                    .param("account", account.value())
                    .param("aor", addressOfRecord)
                    .param("contact", contact)
                    .update();
        });
    }

    @Override
    public void removeAll(AccountId account, String addressOfRecord) {
        unit.run(() -> {
            looks.lost(account, addressOfRecord);
            jdbc.sql("DELETE FROM registration WHERE account_id = :account AND address_of_record = :aor")
                    .param("account", account.value())
                    .param("aor", addressOfRecord)
                    .update();
        });
    }

    @Override
    public List<Located> locate(AccountId account, Set<String> addressesOfRecord) {
        return unit.read(() -> jdbc.sql("""
                SELECT * FROM registration
                WHERE account_id = :account AND address_of_record = ANY (:aors) AND expires > :now
                """)
                .param("account", account.value())
                .param("aors", addressesOfRecord.toArray(String[]::new))
                .param("now", Rows.timestamp(looks.clock().instant()))
                .query((row, _) -> new Located(read(row), row.getString("node")))
                .list());
    }

    @Override
    public List<Binding> find(AccountId account, String addressOfRecord) {
        return unit.run(() -> jdbc.sql("""
                SELECT * FROM registration
                WHERE account_id = :account AND address_of_record = :aor AND expires > :now
                ORDER BY expires DESC, contact
                """)
                .param("account", account.value())
                .param("aor", addressOfRecord)
                .param("now", Rows.timestamp(looks.clock().instant()))
                .query((row, index) -> read(row))
                .list());
    }

    /** Deletes at most {@code limit} expired entries, oldest first; how many there were. */
    public int removeExpired(int limit) {
        return unit.run(() -> jdbc.sql("""
                DELETE FROM registration WHERE ctid IN
                    (SELECT ctid FROM registration WHERE expires <= :now ORDER BY expires LIMIT :limit)
                """).param("now", Rows.timestamp(looks.clock().instant())).param("limit", limit).update());
    }

    private static Binding read(ResultSet row) throws SQLException {
        return new Binding(Rows.account(row), row.getString("address_of_record"), row.getString("contact"),
                row.getString("received"), row.getString("transport"), row.getString("call_id"),
                row.getLong("cseq"), Rows.instant(row, "expires"));
    }
}
