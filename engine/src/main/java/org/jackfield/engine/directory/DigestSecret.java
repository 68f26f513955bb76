package org.jackfield.engine.directory;

import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;

/**
 * What is kept of a SIP password: {@code H(username:realm:password)} by MD5 (RFC 3261, section 22) and by SHA-256
 * (RFC 8760). One realm serves the whole platform, so a list of users can serve several domains without keeping the
 * password.
 */
public record DigestSecret(String md5, String sha256) {

    /** The realm of every challenge. Changing it would lock every phone out. */
    public static final String REALM = "jackfield";

    private static final int SHORTEST = 12;
    private static final int LONGEST = 128;

    /** Hashes a password after checking that it is one: 12 or more characters, upper and lower case and a digit. */
    public static DigestSecret of(String username, String password) {
        if (password.length() < SHORTEST || password.length() > LONGEST || !hasAllKinds(password)) {
            throw new DomainException(ErrorCode.INVALID_PARAMETER,
                    "Password needs 12 to 128 characters with an upper-case letter, a lower-case letter and a digit");
        }
        String text = username + ":" + REALM + ":" + password;
        return new DigestSecret(Digests.digest("MD5", text), Digests.digest("SHA-256", text));
    }

    private static boolean hasAllKinds(String password) {
        return password.chars().anyMatch(Character::isUpperCase) && password.chars().anyMatch(Character::isLowerCase)
                && password.chars().anyMatch(Character::isDigit);
    }

    @Override
    public String toString() {
        return "DigestSecret[hidden]";
    }
}
