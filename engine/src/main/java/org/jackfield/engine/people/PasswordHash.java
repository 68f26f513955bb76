package org.jackfield.engine.people;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jackfield.engine.id.Secrets;

/**
 * What is kept of a password that somebody remembers: PBKDF2 with HMAC-SHA-512 (RFC 8018, section 5.2) under an own salt,
 * slow on purpose. The rounds stand beside the hash, so that they can grow without anybody's password being lost.
 */
public record PasswordHash(int rounds, String salt, String hash) {

    private static final String ALGORITHM = "PBKDF2WithHmacSHA512";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final HexFormat HEX = HexFormat.of();

    /** Hashes a new password under a new salt. */
    public static PasswordHash of(String password, int rounds) {
        String salt = HEX.formatHex(Secrets.bytes(SALT_BYTES));
        return new PasswordHash(rounds, salt, derive(password, salt, rounds));
    }

    /** A hash that no password has; checking against it costs as much as against a real one. */
    static PasswordHash nobody(int rounds) {
        return new PasswordHash(rounds, "00".repeat(SALT_BYTES), "0".repeat(HASH_BITS / 4));
    }

    /** As one text, for a column. */
    public String text() {
        return rounds + ":" + salt + ":" + hash;
    }

    /** What {@link #text} wrote. */
    public static PasswordHash parse(String text) {
        String[] parts = text.split(":", -1);
        return new PasswordHash(Integer.parseInt(parts[0]), parts[1], parts[2]);
    }

    /** Whether the password is the one that was hashed; takes tens of milliseconds of a core, whatever the answer. */
    public boolean matches(String password) {
        return MessageDigest.isEqual(HEX.parseHex(hash), HEX.parseHex(derive(password, salt, rounds)));
    }

    private static String derive(String password, String salt, int rounds) {
        PBEKeySpec spec = new PBEKeySpec(password.toCharArray(), HEX.parseHex(salt), rounds, HASH_BITS);
        try {
            return HEX.formatHex(SecretKeyFactory.getInstance(ALGORITHM).generateSecret(spec).getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        } finally {
            spec.clearPassword();
        }
    }

    @Override
    public String toString() {
        return "PasswordHash[hidden]";
    }
}
