package org.jackfield.connectors.sip.digest;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/** Answers a peer's challenge (RFC 3261, section 22.2). Thread-safe as its generator is. */
public final class DigestClient {

    private static final String FIRST_USE = "00000001";

    /** A challenge of the peer's: its values, and what it allows ({@code qop}, empty when absent). */
    public record PeerChallenge(String realm, String nonce, DigestAlgorithm algorithm, String qop) {}

    /** The request that is sent again. */
    public record Retry(String method, String uri) {}

    private final RandomGenerator random;

    public DigestClient(RandomGenerator random) {
        this.random = random;
    }

    public DigestAnswer answer(PeerChallenge challenge, Retry retry, String username, String password) {
        DigestAlgorithm hash = challenge.algorithm();
        boolean protect = challenge.qop().contains("auth");
        String cnonce = protect ? HexFormat.of().toHexDigits(random.nextLong()) : "";
        DigestAnswer open = new DigestAnswer(username, challenge.realm(), challenge.nonce(), retry.uri(), hash.token(),
                protect ? "auth" : "", cnonce, protect ? FIRST_USE : "", "");
        String ha1 = hash.hash(username + ":" + challenge.realm() + ":" + password);
        return open.withResponse(open.expected(hash, ha1, retry.method()));
    }
}
