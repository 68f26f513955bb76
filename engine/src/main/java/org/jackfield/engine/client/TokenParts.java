package org.jackfield.engine.client;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JSON web token in compact form (RFC 7515, section 7.1), taken apart and not believed yet. */
record TokenParts(Map<String, ?> header, Map<String, ?> claims, String signed, String signature) {

    /** A token travels in a header, and servers take no longer ones. */
    static final int LONGEST = 8_192;

    private static final Pattern FORM = Pattern
            .compile("(([A-Za-z0-9_-]{1,2048})\\.([A-Za-z0-9_-]{1,8192}))\\.([A-Za-z0-9_-]{1,200})");

    /** The parts; empty when it has no such form. */
    static Optional<TokenParts> read(String token, JsonReader json) {
        Matcher form = FORM.matcher(token);
        if (token.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        try {
            TokenParts parts = new TokenParts(json.object(decoded(form.group(2))), json.object(decoded(form.group(3))),
                    form.group(1), form.group(4));
            return parts.signatureBytes().length == 0 ? Optional.empty() : Optional.of(parts);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** What the signature is about (RFC 7515, section 5.1, step 5). */
    byte[] signedBytes() {
        return signed.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * What it was signed to be.
     *
     * @throws IllegalArgumentException it is no base64url
     */
    byte[] signatureBytes() {
        return decoded(signature);
    }

    /** A claim that is a text; empty when it is absent or something else. */
    Optional<String> text(String claim) {
        return claims.get(claim) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    private static byte[] decoded(String part) {
        return Base64.getUrlDecoder().decode(part);
    }
}
