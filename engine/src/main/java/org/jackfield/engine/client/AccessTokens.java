package org.jackfield.engine.client;

import java.time.InstantSource;
import org.jackfield.engine.client.Verdict.Believed;
import org.jackfield.engine.client.Verdict.Refused;
import org.jackfield.engine.directory.SigningSecrets;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.unit.UnitOfWork;

/**
 * Believes access tokens that an API key of their account signed (JSON web tokens, RFC 7519, in the form that existing SDKs
 * make). Reads the key with each token, so a key that was deleted signs nothing any more. Thread-safe.
 */
public final class AccessTokens {

    private final SigningSecrets secrets;
    private final UnitOfWork unit;
    private final JsonReader json;
    private final InstantSource clock;

    public AccessTokens(SigningSecrets secrets, UnitOfWork unit, JsonReader json, InstantSource clock) {
        this.secrets = secrets;
        this.unit = unit;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What the token allows.
     *
     * @throws DomainException one of the {@code TOKEN_...} codes; KEY_SEALED_ELSEWHERE
     */
    public AccessGrant verify(String token) {
        TokenParts parts = TokenParts.read(token, json)
                .orElseThrow(() -> new DomainException(ErrorCode.TOKEN_INVALID, "no JSON web token in compact form"));
        Verdict verdict = TokenDecider.decide(parts,
                parts.text("iss").flatMap(keyId -> unit.read(() -> secrets.find(keyId))), clock.instant());
        return switch (verdict) {
            case Believed believed -> believed.grant();
            case Refused refused -> throw new DomainException(refused.code(), refused.detail());
        };
    }
}
