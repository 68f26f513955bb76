package org.jackfield.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.twilio.jwt.accesstoken.AccessToken;
import com.twilio.jwt.accesstoken.TaskRouterGrant;
import com.twilio.jwt.accesstoken.VoiceGrant;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.client.AccessGrant;
import org.jackfield.engine.client.AccessTokens;
import org.jackfield.engine.directory.ApiKeys;
import org.jackfield.engine.directory.MemoryApiKeys;
import org.jackfield.engine.directory.MemorySigningSecrets;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.unit.DirectUnitOfWork;
import org.junit.jupiter.api.Test;

/** A token that the official Java SDK made with a key of ours. */
class SdkTokenTest {

    private static final AccountId ACCOUNT = new AccountId("AC" + "1".repeat(32));
    private static final Clock CLOCK = Clock.systemUTC();

    private final MemoryApiKeys store = new MemoryApiKeys();
    private final MemorySigningSecrets secrets = new MemorySigningSecrets(store);
    private final DirectUnitOfWork unit = new DirectUnitOfWork();
    private final ApiKeys keys = new ApiKeys(store, secrets, unit, prefix -> prefix.letters() + "2".repeat(32), CLOCK);
    private final AccessTokens tokens = new AccessTokens(secrets, unit, new TokenJson(), CLOCK);

    @Test
    void isBelievedWithItsGrantsUntilTheKeyIsDeleted() {
        ApiKeys.NewKey key = keys.create(ACCOUNT, Optional.empty());
        String jwt = new AccessToken.Builder(ACCOUNT.value(), key.key().id(),
                key.secret().getBytes(StandardCharsets.UTF_8))
                .identity("alice")
                .grant(new VoiceGrant().setIncomingAllow(true).setEndpointId("desk"))
                .grant(new TaskRouterGrant().setWorkerSid("WK1"))
                .ttl(600)
                .build()
                .toJwt();

        AccessGrant grant = tokens.verify(jwt);
        keys.delete(ACCOUNT, key.key().id());

        assertThat(grant.account()).isEqualTo(ACCOUNT);
        assertThat(grant.keyId()).isEqualTo(key.key().id());
        assertThat(grant.identity()).isEqualTo("alice");
        assertThat(grant.incoming()).isTrue();
        assertThat(grant.endpoint()).contains("desk");
        assertThat(Duration.between(Instant.now(CLOCK), grant.expires())).isPositive();
        assertThatThrownBy(() -> tokens.verify(jwt)).isInstanceOfSatisfying(DomainException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(ErrorCode.TOKEN_ISSUER));
    }
}
