package org.jackfield.engine.store.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.people.Session;
import org.jackfield.engine.people.SessionStore;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.tenant.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sessions in PostgreSQL. */
public final class JdbcSessions implements SessionStore {

    private final JdbcClient jdbc;

    public JdbcSessions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void insert(Session session) {
        jdbc.sql("""
                INSERT INTO console_session (account_id, token_hash, signed_in, person_id, opened, ends)
                VALUES (:account, :hash, :signedIn, :person, :opened, :ends)
                """)
                .param("account", session.account().value())
                .param("hash", session.tokenHash())
                .param("signedIn", session.signedIn())
                .param("person", session.userId().orElse(null))
                .param("opened", Rows.timestamp(session.opened()))
                .param("ends", Rows.timestamp(session.ends()))
                .update();
    }

    @Override
    public Optional<Session> find(String tokenHash, Instant now) {
        return jdbc.sql("SELECT * FROM console_session WHERE token_hash = :hash AND ends > :now")
                .param("hash", tokenHash)
                .param("now", Rows.timestamp(now))
                .query((row, number) -> read(row))
                .optional();
    }

    @Override
    public void delete(String tokenHash) {
        jdbc.sql("DELETE FROM console_session WHERE token_hash = :hash").param("hash", tokenHash).update();
    }

    @Override
    public void deleteOf(AccountId account, String userId) {
        jdbc.sql("DELETE FROM console_session WHERE account_id = :account AND person_id = :person")
                .param("account", account.value())
                .param("person", userId)
                .update();
    }

    @Override
    public void deleteEnded(Instant now) {
        jdbc.sql("DELETE FROM console_session WHERE ends <= :now").param("now", Rows.timestamp(now)).update();
    }

    private static Session read(ResultSet row) throws SQLException {
        return new Session(Rows.account(row), row.getString("token_hash"), row.getString("signed_in"),
                Rows.optionalText(row, "person_id"), Rows.instant(row, "opened"), Rows.instant(row, "ends"));
    }
}
