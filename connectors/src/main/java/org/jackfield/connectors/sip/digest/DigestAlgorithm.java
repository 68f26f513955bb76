package org.jackfield.connectors.sip.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** A hash that a digest may be made with; the better one first. */
public enum DigestAlgorithm {
    SHA_256("SHA-256"),
    MD5("MD5");

    private static final HexFormat HEX = HexFormat.of();

    private final String token;

    DigestAlgorithm(String token) {
        this.token = token;
    }

    /** The name in headers, which is also the platform's name of the hash. */
    public String token() {
        return token;
    }

    /** No name means MD5 (RFC 2617, section 3.2.1). */
    public static Optional<DigestAlgorithm> named(String token) {
        return token.isEmpty()
                ? Optional.of(MD5)
                : Arrays.stream(values()).filter(algorithm -> algorithm.token.equalsIgnoreCase(token)).findFirst();
    }

    /** The hash in lower-case hex. */
    public String hash(String text) {
        try {
            return HEX.formatHex(MessageDigest.getInstance(token).digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + token, e);
        }
    }
}
