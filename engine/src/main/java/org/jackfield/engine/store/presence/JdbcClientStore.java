package org.jackfield.engine.store.presence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.presence.ClientRegistration;
import org.jackfield.engine.presence.ClientStore;
import org.jackfield.engine.presence.PresenceStatus;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clients' registrations in PostgreSQL. */
public final class JdbcClientStore implements ClientStore {

    private final JdbcClient jdbc;

    public JdbcClientStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public ClientRegistration put(ClientRegistration registration) {
        return jdbc.sql("""
                INSERT INTO client_registration
                    (account_id, id, identity, device, status, node, key_id, created, renewed, expires)
                VALUES (:account, :id, :identity, :device, :status, :node, :key, :created, :renewed, :expires)
                ON CONFLICT (account_id, identity, device) DO UPDATE
                SET status = excluded.status, node = excluded.node, key_id = excluded.key_id,
                    renewed = excluded.renewed, expires = excluded.expires
                RETURNING *
                """)
                .param("account", registration.account().value())
                .param("id", registration.id())
                .param("identity", registration.identity())
                .param("device", registration.device())
                .param("status", registration.status().word())
                .param("node", registration.node())
                .param("key", registration.keyId())
                .param("created", Rows.timestamp(registration.created()))
                .param("renewed", Rows.timestamp(registration.renewed()))
                .param("expires", Rows.timestamp(registration.expires()))
                .query((row, _) -> read(row))
                .single();
    }

    @Override
    public Optional<ClientRegistration> find(AccountId account, String id) {
        return jdbc.sql("SELECT * FROM client_registration WHERE account_id = :account AND id = :id")
                .param("account", account.value())
                .param("id", id)
                .query((row, _) -> read(row))
                .optional();
    }

    @Override
    public List<ClientRegistration> list(AccountId account, Set<String> identities) {
        return jdbc.sql("""
                SELECT * FROM client_registration WHERE account_id = :account AND identity = ANY (:identities)
                ORDER BY id
                """)
                .param("account", account.value())
                .param("identities", identities.toArray(String[]::new))
                .query((row, _) -> read(row))
                .list();
    }

    @Override
    public void remove(AccountId account, Collection<String> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("DELETE FROM client_registration WHERE account_id = :account AND id = ANY (:ids)")
                    .param("account", account.value())
                    .param("ids", ids.toArray(String[]::new))
                    .update();
        }
    }

    private static ClientRegistration read(ResultSet row) throws SQLException {
        return new ClientRegistration(Rows.account(row), row.getString("id"), row.getString("identity"),
                row.getString("device"), PresenceStatus.of(row.getString("status")).orElse(PresenceStatus.OFFLINE),
                row.getString("node"), row.getString("key_id"), Rows.instant(row, "created"),
                Rows.instant(row, "renewed"), Rows.instant(row, "expires"));
    }
}
