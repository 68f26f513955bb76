package org.jackfield.connectors.sip.digest;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Nonces that carry their own time and seal (RFC 7616, section 3.3), so that a challenge costs no memory: eight bytes of
 * milliseconds, eight random ones, sixteen of HMAC-SHA-256 by a key that is made at start. Thread-safe.
 */
final class Nonces {

    private static final int BODY = 16;
    private static final int SEAL = 16;
    private static final String MAC = "HmacSHA256";

    /** What a nonce turned out to be. */
    enum Age {
        FRESH,
        STALE,
        FOREIGN
    }

    private final Clock clock;
    private final RandomGenerator random;
    private final Duration life;
    private final SecretKeySpec key;

    Nonces(Clock clock, RandomGenerator random, Duration life) {
        this.clock = clock;
        this.random = random;
        this.life = life;
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        this.key = new SecretKeySpec(secret, MAC);
    }

    String issue() {
        byte[] body = ByteBuffer.allocate(BODY).putLong(clock.millis()).putLong(random.nextLong()).array();
        byte[] whole = Arrays.copyOf(body, BODY + SEAL);
        System.arraycopy(seal(body), 0, whole, BODY, SEAL);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    Age age(String nonce) {
        byte[] whole = decode(nonce);
        if (whole.length != BODY + SEAL) {
            return Age.FOREIGN;
        }
        byte[] expected = Arrays.copyOf(seal(Arrays.copyOf(whole, BODY)), SEAL);
        if (!MessageDigest.isEqual(expected, Arrays.copyOfRange(whole, BODY, BODY + SEAL))) {
            return Age.FOREIGN;
        }
        long age = clock.millis() - ByteBuffer.wrap(whole).getLong();
        return age >= 0 && age <= life.toMillis() ? Age.FRESH : Age.STALE;
    }

    /** When a nonce of ours was made, in milliseconds. */
    static long madeAt(String nonce) {
        return ByteBuffer.wrap(decode(nonce)).getLong();
    }

    private static byte[] decode(String nonce) {
        try {
            return nonce.length() > 64 ? new byte[0] : Base64.getUrlDecoder().decode(nonce);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private byte[] seal(byte[] body) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(key);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + MAC, e);
        }
    }
}
