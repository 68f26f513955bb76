package org.jackfield.app;

import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.VoiceGrant;
import java.nio.charset.StandardCharsets;

/** Access tokens as the official Java SDK makes them. */
final class AccessTokens {

    private AccessTokens() {}

    /** A token for an hour that lets the identity be called, signed with the key that was just made. */
    static String of(String account, Client.Answer key, String identity) {
        return builder(account, key).identity(identity).grant(new VoiceGrant().setIncomingAllow(true)).build().toJwt();
    }

    static AccessToken.Builder builder(String account, Client.Answer key) {
        return new AccessToken.Builder(account, key.field("sid"),
                key.field("secret").getBytes(StandardCharsets.UTF_8));
    }
}
