package org.jackfield.engine.client;

import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/**
 * What a believed access token allows.
 *
 * @param keyId the API key that signed it
 * @param identity who the client is, 1 to 256 characters
 * @param incoming whether it may be called
 * @param endpoint what the token calls the device
 * @param expires until when the token is believed
 */
public record AccessGrant(AccountId account, String keyId, String identity, boolean incoming,
        Optional<String> endpoint, Instant expires) {

    /** The most characters of an identity. */
    public static final int LONGEST_IDENTITY = 256;

    /** Whether the text can be an identity. */
    public static boolean isIdentity(String text) {
        return !text.isBlank() && text.length() <= LONGEST_IDENTITY && text.chars().noneMatch(Character::isISOControl);
    }
}
