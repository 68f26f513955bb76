package org.jackfield.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jackfield.engine.client.Jwt.ACCOUNT;
import static org.jackfield.engine.client.Jwt.KEY;
import static org.jackfield.engine.client.Jwt.NOW;
import static org.jackfield.engine.client.Jwt.SECRET;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jackfield.engine.directory.SigningSecrets;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.unit.DirectUnitOfWork;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which tokens are believed: each of the wrong ones is wrong in one thing. */
class AccessTokenTest {

    private static final String OTHER_KEY = "SK" + "c".repeat(32);
    private static final String OTHER_SECRET = "another secret of more than 32 characters";

    private final SettableClock clock = new SettableClock();
    private final AccessTokens tokens = new AccessTokens(new TwoKeys(), new DirectUnitOfWork(), new StrictJson(),
            clock);

    /** One of the account, one of another account. */
    private record TwoKeys() implements SigningSecrets {

        @Override
        public void keep(SigningSecret secret) {
            throw new UnsupportedOperationException("two are enough");
        }

        @Override
        public Optional<SigningSecret> find(String keyId) {
            return Optional.ofNullable(
                    Map.of(KEY, new SigningSecret(new AccountId(ACCOUNT), KEY, SECRET), OTHER_KEY,
                            new SigningSecret(new AccountId("ACother"), OTHER_KEY, OTHER_SECRET)).get(keyId));
        }
    }

    @BeforeEach
    void setTheClock() {
        clock.set(Instant.ofEpochSecond(NOW));
    }

    @Test
    void believesATokenOfTheAccountsKey() {
        AccessGrant grant = tokens.verify(new Jwt().claim("nbf", NOW).token());

        assertThat(grant).isEqualTo(new AccessGrant(new AccountId(ACCOUNT), KEY, "alice", true, Optional.empty(),
                Instant.ofEpochSecond(NOW + 3600).plus(TokenDecider.SKEW)));
    }

    @ParameterizedTest
    @CsvSource({"HS256,HmacSHA256", "HS384,HmacSHA384", "HS512,HmacSHA512"})
    void believesEachOfTheThreeAlgorithms(String alg, String mac) {
        assertThat(tokens.verify(new Jwt().header("alg", alg).signedWith(mac, SECRET).token()).identity())
                .isEqualTo("alice");
    }

    @Test
    void toleratesClocksThatDifferByFiveMinutes() {
        String token = new Jwt().claim("exp", NOW + 60).claim("nbf", NOW + 299).token();

        assertThat(tokens.verify(token).identity()).isEqualTo("alice");
        clock.advance(Duration.ofSeconds(359));
        assertThat(tokens.verify(token).identity()).isEqualTo("alice");
        clock.advance(Duration.ofSeconds(1));

        refuses(ErrorCode.TOKEN_EXPIRED, token);
    }

    @Test
    void saysWhatTheTokenGrants() {
        AccessGrant none = tokens.verify(new Jwt().claim("grants", Map.of("identity", "bob")).token());
        AccessGrant named = tokens.verify(new Jwt().claim("grants", Map.of("identity", "bob", "voice",
                Map.of("incoming", Map.of("allow", "true"), "endpoint_id", "desk"))).token());

        assertThat(none.incoming()).isFalse();
        assertThat(named.incoming()).as("a text is no permission").isFalse();
        assertThat(named.endpoint()).contains("desk");
    }

    static Stream<Arguments> wrongInOneThing() {
        return Stream.of(arguments(ErrorCode.TOKEN_HEADER, new Jwt().header("alg", "none")),
                arguments(ErrorCode.TOKEN_HEADER, new Jwt().header("alg", "hs256")),
                arguments(ErrorCode.TOKEN_HEADER, new Jwt().header("alg", "RS256")),
                arguments(ErrorCode.TOKEN_HEADER, new Jwt().header("alg", "HS1")),
                arguments(ErrorCode.TOKEN_HEADER, new Jwt().header("alg", List.of("HS256"))),
                arguments(ErrorCode.TOKEN_HEADER, new Jwt().without("alg")),
                arguments(ErrorCode.TOKEN_HEADER, new Jwt().header("typ", "JOSE")),
                arguments(ErrorCode.TOKEN_HEADER, new Jwt().without("cty")),
                arguments(ErrorCode.TOKEN_HEADER, new Jwt().header("cty", "twilio-fpa;v=2")),
                arguments(ErrorCode.TOKEN_HEADER, new Jwt().header("crit", List.of("exp"))),
                arguments(ErrorCode.TOKEN_HEADER, new Jwt().header("zip", "DEF")),
                arguments(ErrorCode.TOKEN_ISSUER, new Jwt().without("iss")),
                arguments(ErrorCode.TOKEN_ISSUER, new Jwt().claim("iss", "SK" + "d".repeat(32))),
                arguments(ErrorCode.TOKEN_ISSUER, new Jwt().claim("iss", 7)),
                arguments(ErrorCode.TOKEN_ISSUER, new Jwt().without("sub")),
                arguments(ErrorCode.TOKEN_ISSUER, new Jwt().claim("sub", "ACother")),
                arguments(ErrorCode.TOKEN_ISSUER,
                        new Jwt().claim("iss", OTHER_KEY).signedWith("HmacSHA256", OTHER_SECRET)),
                arguments(ErrorCode.TOKEN_SIGNATURE, new Jwt().signedWith("HmacSHA256", OTHER_SECRET)),
                arguments(ErrorCode.TOKEN_SIGNATURE, new Jwt().signedWith("HmacSHA512", SECRET)),
                arguments(ErrorCode.TOKEN_SIGNATURE, new Jwt().header("alg", "HS384")),
                arguments(ErrorCode.TOKEN_EXPIRED, new Jwt().claim("exp", NOW - 300)),
                arguments(ErrorCode.TOKEN_EXPIRED, new Jwt().without("exp")),
                arguments(ErrorCode.TOKEN_EXPIRED, new Jwt().claim("exp", "9999999999")),
                arguments(ErrorCode.TOKEN_EXPIRED, new Jwt().claim("exp", -1)),
                arguments(ErrorCode.TOKEN_EXPIRED, new Jwt().claim("exp", 1e300)),
                arguments(ErrorCode.TOKEN_EARLY, new Jwt().claim("nbf", NOW + 301)),
                arguments(ErrorCode.TOKEN_EARLY, new Jwt().claim("nbf", "now")),
                arguments(ErrorCode.TOKEN_GRANTS, new Jwt().without("grants")),
                arguments(ErrorCode.TOKEN_GRANTS, new Jwt().claim("grants", List.of("alice"))),
                arguments(ErrorCode.TOKEN_GRANTS, new Jwt().claim("grants", Map.of("identity", " "))),
                arguments(ErrorCode.TOKEN_GRANTS, new Jwt().claim("grants", Map.of("identity", 7))),
                arguments(ErrorCode.TOKEN_GRANTS, new Jwt().claim("grants", Map.of("identity", "a\nb"))),
                arguments(ErrorCode.TOKEN_GRANTS, new Jwt().claim("grants", Map.of("identity", "a".repeat(257)))));
    }

    @ParameterizedTest
    @MethodSource("wrongInOneThing")
    void refusesWhatIsWrongInOneThing(ErrorCode code, Jwt wrong) {
        refuses(code, wrong.token());
    }

    static Stream<String> malformed() {
        String good = new Jwt().token();
        String head = good.substring(0, good.indexOf('.'));
        return Stream.of("", ".", "..", "a.b", good + ".more", good + "=", " " + good, good.replace(".", ". "),
                head + "." + Jwt.base64("[]".getBytes(StandardCharsets.UTF_8)) + ".aa",
                good.substring(0, good.lastIndexOf('.') + 1), good.substring(0, good.lastIndexOf('.')),
                new Jwt().sign("{\"typ\":\"JWT\",\"alg\":\"HS256\",\"alg\":\"none\"}", "{}"),
                new Jwt().sign("{}{}", "{}"), new Jwt().sign("not json", "{}"), new Jwt().sign("{}", "null"),
                new Jwt().sign("{}", "{\"a\":".repeat(600) + "1" + "}".repeat(600)),
                new Jwt().claim("pad", "x".repeat(8_000)).token(), "ÿ.ÿ.ÿ", "a.b.+/");
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesWhatIsNoToken(String text) {
        refuses(ErrorCode.TOKEN_INVALID, text);
    }

    @Test
    void refusesEveryTokenWithOneCharacterChanged() {
        String good = new Jwt().token();
        Random random = new Random(11);
        for (int i = 0; i < good.length(); i++) {
            char other = (char) ('a' + random.nextInt(26));
            // The last character of a part has bits that mean nothing.
            boolean means = good.charAt(i) != other && i != good.length() - 1;
            String changed = good.substring(0, i) + other + good.substring(i + 1);

            if (means) {
                assertThatThrownBy(() -> tokens.verify(changed)).as("character %d", i)
                        .isInstanceOf(DomainException.class);
            }
        }
    }

    private void refuses(ErrorCode code, String token) {
        assertThatThrownBy(() -> tokens.verify(token)).isInstanceOfSatisfying(DomainException.class,
                refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
