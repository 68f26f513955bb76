package org.jackfield.engine.store.answer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.answer.KeptAnswer;
import org.jackfield.engine.answer.KeptAnswer.Request;
import org.jackfield.engine.answer.KeptAnswers;
import org.jackfield.engine.store.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Kept answers in PostgreSQL. The claim is an insert, so a second one of the same key waits on the first one's transaction,
 * on whatever node that runs.
 */
public final class JdbcKeptAnswers implements KeptAnswers {

    private static final int BATCH = 100;

    private final JdbcClient jdbc;

    public JdbcKeptAnswers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<KeptAnswer> claim(Request request, Instant expired) {
        forget(request, expired);
        int claimed = jdbc.sql("""
                INSERT INTO kept_answer (account_id, key_hash, fingerprint, status, content_type, sealed_body, created)
                VALUES (:account, :key, :fingerprint, 0, '', '', :now) ON CONFLICT (account_id, key_hash) DO NOTHING
                """)
                .param("account", request.account().value())
                .param("key", request.keyHash())
                .param("fingerprint", request.fingerprint())
                .param("now", Rows.timestamp(request.time()))
                .update();
        return claimed == 1 ? Optional.empty() : Optional.of(find(request));
    }

    @Override
    public void keep(KeptAnswer answer) {
        jdbc.sql("""
                UPDATE kept_answer SET status = :status, content_type = :type, sealed_body = :body
                WHERE account_id = :account AND key_hash = :key
                """)
                .param("status", answer.status())
                .param("type", answer.contentType())
                .param("body", answer.sealedBody())
                .param("account", answer.request().account().value())
                .param("key", answer.request().keyHash())
                .update();
    }

    private KeptAnswer find(Request request) {
        return jdbc.sql("SELECT * FROM kept_answer WHERE account_id = :account AND key_hash = :key")
                .param("account", request.account().value())
                .param("key", request.keyHash())
                .query((row, index) -> read(row))
                .single();
    }

    /** The key's own answer when it is too old, and some of the others, so that the table does not grow for ever. */
    private void forget(Request request, Instant expired) {
        jdbc.sql("DELETE FROM kept_answer WHERE account_id = :account AND key_hash = :key AND created < :expired")
                .param("account", request.account().value())
                .param("key", request.keyHash())
                .param("expired", Rows.timestamp(expired))
                .update();
        jdbc.sql("""
                DELETE FROM kept_answer WHERE (account_id, key_hash) IN (
                    SELECT account_id, key_hash FROM kept_answer WHERE created < :expired
                    ORDER BY created LIMIT :batch FOR UPDATE SKIP LOCKED)
                """).param("expired", Rows.timestamp(expired)).param("batch", BATCH).update();
    }

    private static KeptAnswer read(ResultSet row) throws SQLException {
        Request request = new Request(Rows.account(row), row.getString("key_hash"), row.getString("fingerprint"),
                Rows.instant(row, "created"));
        return new KeptAnswer(request, row.getInt("status"), row.getString("content_type"),
                row.getString("sealed_body"));
    }
}
