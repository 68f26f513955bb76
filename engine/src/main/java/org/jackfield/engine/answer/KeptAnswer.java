package org.jackfield.engine.answer;

import java.time.Instant;
import org.jackfield.engine.tenant.AccountId;

/**
 * The answer to a request that carried a key. The key itself is not kept, only its hash; the body is sealed under the key,
 * because an answer may hold a secret that is shown once.
 */
public record KeptAnswer(Request request, int status, String contentType, String sealedBody) {

    /** Which request: whose, the hash of its key, the fingerprint of what it asked, and when. */
    public record Request(AccountId account, String keyHash, String fingerprint, Instant time) {}
}
