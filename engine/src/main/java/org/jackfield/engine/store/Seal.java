package org.jackfield.engine.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jackfield.engine.error.InvalidSettingException;
import org.jackfield.engine.id.Secrets;

/**
 * Seals texts that lie in the database and that only nodes shall read: AES-256 in GCM (NIST SP 800-38D), a fresh nonce each.
 * What a text belongs to is authenticated with it, so a sealed text cannot be moved to another row. Thread-safe.
 */
public final class Seal {

    private static final int NONCE = 12;
    private static final int KEY_MARK = 4;
    private static final int TAG_BITS = 128;
    private static final int SHORTEST_SETTING = 32;

    private final SecretKeySpec key;
    private final byte[] mark;

    /** @param key 32 bytes */
    public Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
        this.mark = Arrays.copyOf(sha256("mark of a seal", key), KEY_MARK);
    }

    /**
     * The seal of the setting; where there is none, of a key that this node keeps in its data folder.
     *
     * @throws InvalidSettingException the setting is too short to be a secret
     */
    public static Seal of(String setting, DataFolder folder) {
        if (setting.isEmpty()) {
            return new Seal(KeyFile.open(folder.resolve("seal-key")));
        }
        if (setting.length() < SHORTEST_SETTING) {
            throw new InvalidSettingException("JACKFIELD_SEAL_KEY", "***",
                    SHORTEST_SETTING + " or more random characters, the same on all nodes");
        }
        return new Seal(sha256("seal", setting.getBytes(StandardCharsets.UTF_8)));
    }

    /** @param owner what the text belongs to; it is opened with the same words */
    public String seal(String owner, String text) {
        byte[] nonce = Secrets.bytes(NONCE);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, owner, text.getBytes(StandardCharsets.UTF_8));
        return Base64.getEncoder()
                .encodeToString(ByteBuffer.allocate(KEY_MARK + NONCE + sealed.length)
                        .put(mark)
                        .put(nonce)
                        .put(sealed)
                        .array());
    }

    /**
     * The text; empty when it was sealed by another key.
     *
     * @throws IllegalStateException it was changed, or belongs to something else
     */
    public Optional<String> open(String owner, String sealed) {
        byte[] all = Base64.getDecoder().decode(sealed);
        if (!MessageDigest.isEqual(mark, Arrays.copyOf(all, KEY_MARK))) {
            return Optional.empty();
        }
        byte[] nonce = Arrays.copyOfRange(all, KEY_MARK, KEY_MARK + NONCE);
        byte[] rest = Arrays.copyOfRange(all, KEY_MARK + NONCE, all.length);
        return Optional.of(new String(run(Cipher.DECRYPT_MODE, nonce, owner, rest), StandardCharsets.UTF_8));
    }

    private byte[] run(int mode, byte[] nonce, String owner, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a sealed text was changed, or is not that of " + owner, e);
        }
    }

    private static byte[] sha256(String purpose, byte[] secret) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(purpose.getBytes(StandardCharsets.UTF_8));
            return digest.digest(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
