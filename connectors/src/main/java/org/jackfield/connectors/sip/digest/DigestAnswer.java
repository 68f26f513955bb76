package org.jackfield.connectors.sip.digest;

/**
 * The values of an {@code Authorization} header (RFC 7616, section 3.4), absent ones as empty strings. The nonce count is
 * eight hex digits.
 */
public record DigestAnswer(String username, String realm, String nonce, String uri, String algorithm, String qop,
        String cnonce, String nonceCount, String response) {

    /** The response that the secret {@code H(username:realm:password)} makes for this request. */
    String expected(DigestAlgorithm hash, String ha1, String method) {
        String ha2 = hash.hash(method + ":" + uri);
        return qop.isEmpty()
                ? hash.hash(ha1 + ":" + nonce + ":" + ha2)
                : hash.hash(String.join(":", ha1, nonce, nonceCount, cnonce, qop, ha2));
    }

    DigestAnswer withResponse(String value) {
        return new DigestAnswer(username, realm, nonce, uri, algorithm, qop, cnonce, nonceCount, value);
    }

    @Override
    public String toString() {
        return "DigestAnswer[" + username + "@" + realm + "]";
    }
}
