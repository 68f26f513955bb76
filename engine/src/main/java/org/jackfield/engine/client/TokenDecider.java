package org.jackfield.engine.client;

import static org.jackfield.engine.error.ErrorCode.TOKEN_EARLY;
import static org.jackfield.engine.error.ErrorCode.TOKEN_EXPIRED;
import static org.jackfield.engine.error.ErrorCode.TOKEN_GRANTS;
import static org.jackfield.engine.error.ErrorCode.TOKEN_HEADER;
import static org.jackfield.engine.error.ErrorCode.TOKEN_ISSUER;
import static org.jackfield.engine.error.ErrorCode.TOKEN_SIGNATURE;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jackfield.engine.client.Verdict.Believed;
import org.jackfield.engine.client.Verdict.Refused;
import org.jackfield.engine.directory.SigningSecrets.SigningSecret;
import org.jackfield.engine.error.ErrorCode;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an access token (RFC 7519) is believed. Pure. The signature is checked before the times and the grants, so
 * nobody learns anything by a token that he did not get; the algorithms are all HMACs by the same secret, so a header
 * cannot turn one kind of key into another.
 */
final class TokenDecider {

    /** How far clocks may differ. */
    static final Duration SKEW = Duration.ofMinutes(5);

    private static final String CONTENT = "twilio-fpa;v=1";
    private static final Map<String, String> ALGORITHMS = Map.of("HS256", "HmacSHA256", "HS384", "HmacSHA384", "HS512",
            "HmacSHA512");
    private static final long FARTHEST = Instant.parse("9999-01-01T00:00:00Z").getEpochSecond();

    private TokenDecider() {}

    /** @param key the one that the token names as its issuer, when there is such a key */
    static Verdict decide(TokenParts token, Optional<SigningSecret> key, Instant now) {
        Optional<String> algorithm = algorithm(token.header());
        if (algorithm.isEmpty()) {
            return refused(TOKEN_HEADER, "typ, cty or alg is not what access tokens have");
        }
        if (key.isEmpty() || !token.text("sub").equals(Optional.of(key.get().account().value()))) {
            return refused(TOKEN_ISSUER, "iss is not a key of the account sub");
        }
        if (!isSigned(token, algorithm.get(), key.get())) {
            return refused(TOKEN_SIGNATURE, "the token was not signed with the secret of its key");
        }
        Optional<Instant> expires = time(token.claims().get("exp"));
        if (expires.isEmpty() || !now.isBefore(expires.get().plus(SKEW))) {
            return refused(TOKEN_EXPIRED, "the token has expired, or has no exp");
        }
        Object notBefore = token.claims().get("nbf");
        if (notBefore != null && time(notBefore).filter(begins -> !begins.minus(SKEW).isAfter(now)).isEmpty()) {
            return refused(TOKEN_EARLY, "the token is not valid yet");
        }
        return granted(token, key.get(), expires.get());
    }

    private static Verdict granted(TokenParts token, SigningSecret key, Instant expires) {
        Map<?, ?> grants = members(token.claims().get("grants"));
        if (!(grants.get("identity") instanceof String identity) || !AccessGrant.isIdentity(identity)) {
            return refused(TOKEN_GRANTS, "grants.identity is not a text of 1 to 256 characters");
        }
        Map<?, ?> voice = members(grants.get("voice"));
        boolean incoming = Boolean.TRUE.equals(members(voice.get("incoming")).get("allow"));
        Optional<String> endpoint = voice.get("endpoint_id") instanceof String text && AccessGrant.isIdentity(text)
                ? Optional.of(text)
                : Optional.empty();
        return new Believed(
                new AccessGrant(key.account(), key.keyId(), identity, incoming, endpoint, expires.plus(SKEW)));
    }

    /** The name that the platform has for the header's algorithm; empty when the header is not one of an access token. */
    private static Optional<String> algorithm(Map<String, ?> header) {
        boolean isOurs = "JWT".equals(header.get("typ")) && CONTENT.equals(header.get("cty"))
                && !header.containsKey("crit") && !header.containsKey("zip");
        return isOurs && header.get("alg") instanceof String name
                ? Optional.ofNullable(ALGORITHMS.get(name))
                : Optional.empty();
    }

    private static boolean isSigned(TokenParts token, String algorithm, SigningSecret key) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.secret().getBytes(StandardCharsets.UTF_8), algorithm));
            return MessageDigest.isEqual(mac.doFinal(token.signedBytes()), token.signatureBytes());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + algorithm, e);
        }
    }

    /** Seconds since 1970 (RFC 7519, section 2, NumericDate). */
    private static Optional<Instant> time(@Nullable Object claim) {
        return claim instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= FARTHEST
                ? Optional.of(Instant.ofEpochSecond(number.longValue()))
                : Optional.empty();
    }

    private static Map<?, ?> members(@Nullable Object claim) {
        return claim instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Refused refused(ErrorCode code, String detail) {
        return new Refused(code, detail);
    }
}
