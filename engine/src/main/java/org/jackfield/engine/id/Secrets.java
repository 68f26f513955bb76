package org.jackfield.engine.id;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.random.RandomGenerator;

/**
 * The one source of secrets: passwords, tokens, nonces. The only class that may use {@link SecureRandom}; ids come from
 * {@link Ids}. Thread-safe.
 */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** That many random bytes. */
    public static byte[] bytes(int count) {
        byte[] secret = new byte[count];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /** That many random bytes as text of letters, digits, {@code -} and {@code _} (RFC 4648, section 5, unpadded). */
    public static String token(int count) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(count));
    }

    /** A thread-safe generator whose values nobody can predict, for the injected {@link Ids}. */
    public static RandomGenerator generator() {
        return RANDOM;
    }
}
