package org.jackfield.app.repeat;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jackfield.engine.answer.KeptAnswer;
import org.jackfield.engine.id.Secrets;
import org.jackfield.engine.tenant.AccountId;

/**
 * An account's request under its key. The key is not kept: what is kept is named by a hash of it and its body sealed under
 * another (AES-GCM), so that who reads the database reads no secret that an answer showed once.
 */
record Keyed(AccountId account, String key, String fingerprint) {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    static Keyed of(AccountId account, String key, RereadRequest request) {
        return new Keyed(account, key, HexFormat.of().formatHex(digest("request", text(request), request.body())));
    }

    /** What requests of the same account and key have in common. */
    String turn() {
        return account + " " + key;
    }

    KeptAnswer.Request claim(Instant now) {
        return new KeptAnswer.Request(account, HexFormat.of().formatHex(digest("name", key, new byte[0])), fingerprint,
                now);
    }

    String seal(byte[] body) {
        byte[] nonce = Secrets.bytes(NONCE_BYTES);
        byte[] sealed = crypt(Cipher.ENCRYPT_MODE, nonce, body);
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array());
    }

    byte[] open(String sealed) {
        byte[] bytes = Base64.getDecoder().decode(sealed);
        return crypt(Cipher.DECRYPT_MODE, Arrays.copyOf(bytes, NONCE_BYTES),
                Arrays.copyOfRange(bytes, NONCE_BYTES, bytes.length));
    }

    @Override
    public String toString() {
        return "Keyed[" + account + "]";
    }

    /** Method, path and parameters in the order of their names; the form is part of the parameters. */
    private static String text(HttpServletRequest request) {
        StringBuilder text = new StringBuilder(request.getMethod()).append('\n').append(request.getRequestURI());
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> text.append('\n')
                .append(name.length())
                .append(name)
                .append(Arrays.toString(values)));
        return text.toString();
    }

    private byte[] crypt(int mode, byte[] nonce, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(digest("seal", account + "\n" + key, new byte[0]), "AES"),
                    new GCMParameterSpec(TAG_BITS, nonce));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a kept answer cannot be sealed or opened", e);
        }
    }

    private static byte[] digest(String use, String text, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((use + "\n" + text + "\n").getBytes(StandardCharsets.UTF_8));
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
