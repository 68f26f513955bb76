package org.jackfield.engine.directory;

import java.util.HexFormat;
import org.jackfield.engine.id.Secrets;

/**
 * What is kept of an account's token: a salted HMAC-SHA256 of it. A plain keyed hash is enough because tokens are long
 * and random (128 bits when we make them), not words that somebody remembers.
 */
public record TokenHash(String salt, String hash) {

    private static final int SALT_BYTES = 16;
    private static final TokenHash NOBODY = new TokenHash("0".repeat(2 * SALT_BYTES), "0".repeat(64));

    /** Hashes a new token under a new salt. */
    public static TokenHash of(String token) {
        String salt = HexFormat.of().formatHex(Secrets.bytes(SALT_BYTES));
        return new TokenHash(salt, Digests.hmac(salt, token));
    }

    /** A hash that no token has; checking against it costs as much as against a real one. */
    static TokenHash nobody() {
        return NOBODY;
    }

    /** Whether the token is the one that was hashed, in a time that does not depend on the answer. */
    public boolean matches(String token) {
        return Digests.same(hash, Digests.hmac(salt, token));
    }

    @Override
    public String toString() {
        return "TokenHash[hidden]";
    }
}
