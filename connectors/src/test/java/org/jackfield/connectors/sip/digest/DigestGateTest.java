package org.jackfield.connectors.sip.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jackfield.connectors.sip.digest.DigestClient.PeerChallenge;
import org.jackfield.connectors.sip.digest.DigestClient.Retry;
import org.jackfield.connectors.sip.digest.DigestGate.Ask;
import org.jackfield.connectors.sip.digest.DigestGate.Attempt;
import org.jackfield.connectors.sip.digest.DigestGate.Asking;
import org.jackfield.connectors.sip.digest.DigestGate.Proven;
import org.jackfield.connectors.sip.digest.DigestGate.Verdict;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.SipDirectory;
import org.jackfield.engine.time.SettableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gate without a network; the first case is the example of RFC 7616, section 3.9.1. */
class DigestGateTest {

    private final SettableClock clock = new SettableClock();
    private final DigestGate gate = new DigestGate(new OneUser(), clock, new Random(9),
            new Asking(Duration.ofMinutes(5), List.of(DigestAlgorithm.SHA_256, DigestAlgorithm.MD5)));
    private final DigestClient client = new DigestClient(new Random(10));

    @Test
    void computesTheExampleOfTheStandard() {
        DigestAnswer answer = new DigestAnswer("Mufasa", "http-auth@example.org",
                "7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v", "/dir/index.html", "MD5", "auth",
                "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ", "00000001", "");

        String md5 = answer.expected(DigestAlgorithm.MD5,
                DigestAlgorithm.MD5.hash("Mufasa:http-auth@example.org:Circle of Life"), "GET");
        String sha = answer.expected(DigestAlgorithm.SHA_256,
                DigestAlgorithm.SHA_256.hash("Mufasa:http-auth@example.org:Circle of Life"), "GET");

        assertThat(md5).isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
        assertThat(sha).isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
    }

    private static Attempt from(String host) {
        return from(host, "192.0.2.1");
    }

    private static Attempt from(String host, String source) {
        return new Attempt(host, "REGISTER", source);
    }

    private static String nonce(Verdict verdict) {
        return ((Ask) verdict).challenges().getFirst().nonce();
    }

    private DigestAnswer answer(String nonce, String password, DigestAlgorithm algorithm) {
        return client.answer(new PeerChallenge("x.example", nonce, algorithm, "auth"), new Retry("REGISTER", "sip:x"),
                "ann", password);
    }

    @ParameterizedTest
    @EnumSource(DigestAlgorithm.class)
    void provesTheRightPassword(DigestAlgorithm algorithm) {
        String nonce = nonce(gate.judge(from("x.example"), List.of()));

        Verdict verdict = gate.judge(from("x.example"), List.of(answer(nonce, "right", algorithm)));

        assertThat(verdict).isInstanceOfSatisfying(Proven.class,
                proven -> assertThat(proven.user().username()).isEqualTo("ann"));
    }

    @Test
    void asksInTheConfiguredOrder() {
        Ask ask = (Ask) gate.judge(from("x.example"), List.of());

        assertThat(ask.challenges()).extracting(DigestGate.Challenge::algorithm)
                .containsExactly(DigestAlgorithm.SHA_256, DigestAlgorithm.MD5);
    }

    @Test
    void asksAnUnknownDomainLikeAKnownOne() {
        Ask ask = (Ask) gate.judge(from("other.example"), List.of());

        assertThat(ask.challenges()).allMatch(challenge -> challenge.realm().equals("other.example"));
    }

    @Test
    void takesEachCountOnce() {
        DigestAnswer used = answer(nonce(gate.judge(from("x.example"), List.of())), "right", DigestAlgorithm.MD5);
        gate.judge(from("x.example"), List.of(used));

        assertThat(gate.judge(from("x.example"), List.of(used))).isInstanceOfSatisfying(Ask.class,
                ask -> assertThat(ask.challenges()).allMatch(DigestGate.Challenge::stale));
    }

    @Test
    void callsAnOldNonceStaleOnlyToWhoKnowsThePassword() {
        String nonce = nonce(gate.judge(from("x.example"), List.of()));
        clock.advance(Duration.ofMinutes(6));

        Ask known = (Ask) gate.judge(from("x.example"), List.of(answer(nonce, "right", DigestAlgorithm.MD5)));
        Ask guess = (Ask) gate.judge(from("x.example"), List.of(answer(nonce, "wrong", DigestAlgorithm.MD5)));

        assertThat(known.challenges()).allMatch(DigestGate.Challenge::stale);
        assertThat(guess.challenges()).noneMatch(DigestGate.Challenge::stale);
    }

    @Test
    void refusesAnswersWithoutProtectionAgainstReplay() {
        String nonce = nonce(gate.judge(from("x.example"), List.of()));
        DigestAnswer plain = client.answer(new PeerChallenge("x.example", nonce, DigestAlgorithm.MD5, ""),
                new Retry("REGISTER", "sip:x"), "ann", "right");

        assertThat(gate.judge(from("x.example"), List.of(plain))).isInstanceOf(Ask.class);
    }

    @Test
    void refusesTheRightAnswerOfWhoGuessedTooOften() {
        IntStream.range(0, 5).forEach(i -> assertThat(attempt("192.0.2.1", "guess" + i)).isInstanceOf(Ask.class));

        assertThat(attempt("192.0.2.1", "right")).isInstanceOfSatisfying(Ask.class,
                ask -> assertThat(ask.challenges()).noneMatch(DigestGate.Challenge::stale));
        assertThat(attempt("192.0.2.2", "right")).as("elsewhere nobody guessed").isInstanceOf(Proven.class);

        clock.advance(Duration.ofMinutes(5));
        assertThat(attempt("192.0.2.1", "right")).as("the wait is over").isInstanceOf(Proven.class);
    }

    private Verdict attempt(String source, String password) {
        String nonce = nonce(gate.judge(from("x.example", source), List.of()));
        return gate.judge(from("x.example", source), List.of(answer(nonce, password, DigestAlgorithm.MD5)));
    }

    @Test
    void countsAForgottenNonceAsUsedUp() {
        Nonces nonces = new Nonces(clock, new Random(1), Duration.ofHours(1));
        NonceCounts counts = new NonceCounts(2);
        String first = nonces.issue();
        assertThat(counts.use(first, 1)).isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(counts.use(nonces.issue(), 1)).isTrue();
        assertThat(counts.use(nonces.issue(), 1)).isTrue();

        assertThat(counts.use(first, 2)).isFalse();
    }

    private static final class OneUser implements SipDirectory {

        private static final AccountId ACCOUNT = new AccountId("AC1");

        @Override
        public Optional<SipDomain> findDomain(String host) {
            return host.equals("x.example")
                    ? Optional.of(new SipDomain(ACCOUNT, "SD1", host, host))
                    : Optional.empty();
        }

        @Override
        public Optional<SipUser> findUser(SipDomain domain, String username) {
            String secret = "ann:x.example:right";
            return username.equals("ann")
                    ? Optional.of(new SipUser(ACCOUNT, "ann", DigestAlgorithm.MD5.hash(secret),
                            DigestAlgorithm.SHA_256.hash(secret)))
                    : Optional.empty();
        }
    }
}
