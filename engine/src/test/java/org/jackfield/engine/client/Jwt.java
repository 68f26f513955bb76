package org.jackfield.engine.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/** A token that is right until something about it is changed. */
final class Jwt {

    static final String ACCOUNT = "AC" + "a".repeat(32);
    static final String KEY = "SK" + "b".repeat(32);
    static final String SECRET = "a secret of more than 32 characters";
    static final long NOW = 1_772_445_600;

    private final Map<String, Object> header = new LinkedHashMap<>(
            Map.of("typ", "JWT", "cty", "twilio-fpa;v=1", "alg", "HS256", "twr", "us1"));
    private final Map<String, Object> claims = new LinkedHashMap<>(Map.of("iss", KEY, "sub", ACCOUNT, "jti", KEY + "-1",
            "exp", NOW + 3600, "grants",
            Map.of("identity", "alice", "voice", Map.of("incoming", Map.of("allow", true)))));
    private String algorithm = "HmacSHA256";
    private String secret = SECRET;

    Jwt header(String name, Object value) {
        header.put(name, value);
        return this;
    }

    Jwt without(String name) {
        header.remove(name);
        claims.remove(name);
        return this;
    }

    Jwt claim(String name, Object value) {
        claims.put(name, value);
        return this;
    }

    Jwt signedWith(String mac, String key) {
        algorithm = mac;
        secret = key;
        return this;
    }

    /** The token, signed. */
    String token() {
        return sign(JsonMapper.shared().writeValueAsString(header), JsonMapper.shared().writeValueAsString(claims));
    }

    /** A token of any two texts, signed. */
    String sign(String first, String second) {
        String signed = base64(first.getBytes(StandardCharsets.UTF_8)) + "."
                + base64(second.getBytes(StandardCharsets.UTF_8));
        return signed + "." + base64(mac(signed));
    }

    static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
