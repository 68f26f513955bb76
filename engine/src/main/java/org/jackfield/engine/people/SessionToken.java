package org.jackfield.engine.people;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jackfield.engine.id.Secrets;

/** The secret of a session's cookie, 256 random bits, and what is derived from it. */
public record SessionToken(String value) {

    private static final int BYTES = 32;

    /** A new one. */
    static SessionToken create() {
        return new SessionToken(Secrets.token(BYTES));
    }

    /** What is kept of it. A plain hash is enough: nobody guesses 256 random bits. */
    String hash() {
        return digest("session:" + value);
    }

    /**
     * What a page of ours must send with each change: other sites cannot read it, so they cannot forge a request with the
     * cookie alone.
     */
    public String csrf() {
        return digest("csrf:" + value);
    }

    /** Whether that is what a page of ours would send. */
    public boolean isCsrf(String given) {
        return MessageDigest.isEqual(csrf().getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private static String digest(String text) {
        try {
            byte[] bytes = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SessionToken[hidden]";
    }
}
