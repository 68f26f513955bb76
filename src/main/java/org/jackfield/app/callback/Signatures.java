package org.jackfield.app.callback;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Headers by which an application knows that a callback is ours and was not changed. Both are made of the address as the
 * application configured it, followed by the name and the value of each field in the order of the names, under the account's
 * callback key (RFC 2104): {@code X-Jackfield-Signature} is {@code v1=} and HMAC-SHA256 in hexadecimal;
 * {@code X-Twilio-Signature}, HMAC-SHA1 in Base64, is what the validators of existing SDKs check.
 */
final class Signatures {

    private Signatures() {}

    static Map<String, String> headers(String key, URI address, Map<String, String> form) {
        StringBuilder text = new StringBuilder(address.toString());
        new TreeMap<>(form).forEach((name, value) -> text.append(name).append(value));
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("X-Jackfield-Signature",
                "v1=" + HexFormat.of().formatHex(hmac("HmacSHA256", key, text.toString())));
        headers.put("X-Twilio-Signature",
                Base64.getEncoder().encodeToString(hmac("HmacSHA1", key, text.toString())));
        return headers;
    }

    private static byte[] hmac(String algorithm, String key, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + algorithm, e);
        }
    }
}
