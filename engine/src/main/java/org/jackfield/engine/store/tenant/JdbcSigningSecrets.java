package org.jackfield.engine.store.tenant;

import java.util.Optional;
import org.jackfield.engine.directory.SigningSecrets;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.store.Rows;
import org.jackfield.engine.store.Seal;
import org.jackfield.engine.tenant.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Signing secrets in the database, sealed; a row goes with its key. */
public final class JdbcSigningSecrets implements SigningSecrets {

    private record Row(AccountId account, String sealed) {}

    private final JdbcClient jdbc;
    private final Seal seal;

    public JdbcSigningSecrets(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    @Override
    public void keep(SigningSecret secret) {
        jdbc.sql("INSERT INTO api_key_signing (account_id, key_id, sealed) VALUES (:account, :key, :sealed)")
                .param("account", secret.account().value())
                .param("key", secret.keyId())
                .param("sealed", seal.seal(owner(secret.account(), secret.keyId()), secret.secret()))
                .update();
    }

    @Override
    public Optional<SigningSecret> find(String keyId) {
        return jdbc.sql("SELECT account_id, sealed FROM api_key_signing WHERE key_id = :key")
                .param("key", keyId)
                .query((row, _) -> new Row(Rows.account(row), row.getString("sealed")))
                .optional()
                .map(row -> new SigningSecret(row.account(), keyId, opened(row, keyId)));
    }

    private String opened(Row row, String keyId) {
        return seal.open(owner(row.account(), keyId), row.sealed())
                .orElseThrow(() -> new DomainException(ErrorCode.KEY_SEALED_ELSEWHERE,
                        "the secret of " + keyId + " was sealed with another key than this node has"));
    }

    private static String owner(AccountId account, String keyId) {
        return account + "/" + keyId;
    }
}
