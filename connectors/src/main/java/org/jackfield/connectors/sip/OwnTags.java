package org.jackfield.connectors.sip;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The From tags of our INVITEs: 64 random bits (RFC 3261, section 19.3) and a keyed mark over them and the Call-ID
 * (HMAC-SHA-256, RFC 2104, its first 64 bits). Whoever holds the key knows a tag of ours again, also in another life of the
 * node, without keeping a list. Thread-safe.
 */
public final class OwnTags {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int HALF = 16;

    private final SecretKeySpec key;
    private final RandomGenerator random;

    /** The key stays the same across restarts of a node. */
    public OwnTags(byte[] key, RandomGenerator random) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.random = random;
    }

    String next(String callId) {
        String chance = HexFormat.of().toHexDigits(random.nextLong());
        return chance + mark(callId, chance);
    }

    /** Whether the tag was made here for that call. */
    boolean isOurs(String callId, String tag) {
        return tag.length() == 2 * HALF && MessageDigest.isEqual(
                mark(callId, tag.substring(0, HALF)).getBytes(StandardCharsets.US_ASCII),
                tag.substring(HALF).getBytes(StandardCharsets.US_ASCII));
    }

    private String mark(String callId, String chance) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] whole = mac.doFinal((chance + callId).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, HALF / 2);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
