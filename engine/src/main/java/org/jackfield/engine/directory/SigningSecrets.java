package org.jackfield.engine.directory;

import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/**
 * The secrets of API keys as what access tokens are signed with. Signing in needs only a hash of a secret; to check a signature
 * by HMAC one needs the secret itself, so it is kept sealed besides. Every method joins the open unit of work. Thread-safe.
 */
public interface SigningSecrets {

    /** A key's secret. */
    record SigningSecret(AccountId account, String keyId, String secret) {
        @Override
        public String toString() {
            return "SigningSecret[" + keyId + "]";
        }
    }

    /** Keeps it for as long as there is the key. */
    void keep(SigningSecret secret);

    /**
     * The secret of that key, whoever owns it: the token says which account it is. Empty without such a key, and for one that
     * was made before secrets were kept.
     *
     * @throws org.jackfield.engine.error.DomainException KEY_SEALED_ELSEWHERE when this node cannot open the seal
     */
    Optional<SigningSecret> find(String keyId);
}
