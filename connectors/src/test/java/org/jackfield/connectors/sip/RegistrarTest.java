package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jackfield.connectors.sip.digest.DigestAlgorithm;
import org.jackfield.connectors.sip.digest.DigestAnswer;
import org.jackfield.connectors.sip.digest.DigestClient;
import org.jackfield.engine.presence.Registrations.Binding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A phone registers (RFC 3261, sections 10 and 22), with every way to fail the digest. */
@Tag("slow")
class RegistrarTest {

    private static final String URI = "sip:" + SipBench.DOMAIN;
    private static final Pattern NONCE = Pattern.compile("nonce=\"([^\"]+)\"");

    private final SipBench bench = new SipBench();
    private final TestPhone phone = bench.phone("alice");
    private final DigestClient digests = new DigestClient(new Random(3));
    private final String callId = TestPhone.newName();
    private long sequence;

    @AfterEach
    void stop() {
        phone.close();
        bench.close();
    }

    private SipText register(String user, String... lines) {
        sequence++;
        String extra = lines.length == 0 ? "" : String.join("\r\n", lines) + "\r\n";
        String address = "<sip:" + user + "@" + SipBench.DOMAIN + ">";
        phone.send("REGISTER " + URI + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + phone.port() + ";branch="
                + TestPhone.newBranch() + ";rport\r\nMax-Forwards: 70\r\nFrom: " + address + ";tag=1\r\nTo: " + address
                + "\r\nCall-ID: " + callId + "\r\nCSeq: " + sequence + " REGISTER\r\n" + extra
                + "Content-Length: 0\r\n\r\n");
        return phone.await("answer to REGISTER", message -> message.cseq() == sequence && message.status() >= 200);
    }

    private static String nonce(SipText challenge) {
        Matcher found = NONCE.matcher(challenge.header("WWW-Authenticate"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private String proof(String user, String password, String nonce, DigestAlgorithm algorithm) {
        DigestAnswer answer = digests.answer(
                new DigestClient.PeerChallenge(SipBench.DOMAIN, nonce, algorithm, "auth"),
                new DigestClient.Retry("REGISTER", URI), user, password);
        return "Authorization: Digest username=\"%s\",realm=\"%s\",nonce=\"%s\",uri=\"%s\",response=\"%s\",algorithm=%s,qop=auth,nc=%s,cnonce=\"%s\""
                .formatted(user, SipBench.DOMAIN, nonce, URI, answer.response(), algorithm.token(),
                        answer.nonceCount(), answer.cnonce());
    }

    private SipText prove(String user, String password, String... lines) {
        String nonce = nonce(register(user));
        return register(user, Stream
                .concat(Stream.of(proof(user, password, nonce, DigestAlgorithm.SHA_256)),
                        Arrays.stream(lines))
                .toArray(String[]::new));
    }

    private String contact() {
        return "Contact: <" + phone.contact() + ">";
    }

    private List<Binding> bindings() {
        return bench.registrations.find(SipBench.ACCOUNT, "alice@" + SipBench.DOMAIN);
    }

    @ParameterizedTest
    @EnumSource(DigestAlgorithm.class)
    void registersWithTheRightPassword(DigestAlgorithm algorithm) {
        SipText challenge = register("alice", contact());
        assertThat(challenge.status()).isEqualTo(401);

        SipText ok = register("alice", proof("alice", "secret-alice", nonce(challenge), algorithm), contact(),
                "Expires: 300");

        assertThat(ok.status()).isEqualTo(200);
        assertThat(ok.header("Contact")).contains(phone.contact()).contains("expires=300");
        assertThat(bindings()).singleElement().satisfies(binding -> {
            assertThat(binding.received()).isEqualTo("127.0.0.1:" + phone.port());
            assertThat(binding.transport()).isEqualTo("udp");
        });
    }

    @ParameterizedTest
    @CsvSource({"alice,wrong", "mallory,secret-alice", "alice,secret-bob"})
    void answersAlikeWhateverIsWrong(String user, String password) {
        SipText refused = prove(user, password, contact());

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.headers("WWW-Authenticate")).hasSize(1)
                .allMatch(challenge -> !challenge.contains("stale") && challenge.contains("qop=\"auth\""));
        assertThat(bindings()).isEmpty();
    }

    /** By chance alone either takes longer in half of the rounds; 0.2 and 0.8 are beyond five times the deviation. */
    @Test
    void takesAsLongForAnUnknownUserAsForAKnownOne() {
        int rounds = 100;
        double longer = 0;
        for (int i = 0; i < rounds; i++) {
            boolean knownFirst = i % 2 == 0;
            long first = millisOfGuesses(knownFirst ? "alice" : "mallory");
            long second = millisOfGuesses(knownFirst ? "mallory" : "alice");
            longer += first == second ? 0.5 : (first > second) == knownFirst ? 1 : 0;
        }

        assertThat(longer / rounds).isBetween(0.2, 0.8);
    }

    private long millisOfGuesses(String user) {
        bench.clock.advance(Duration.ofMinutes(31));
        String nonce = nonce(register(user));
        long before = ManagementFactory.getRuntimeMXBean().getUptime();
        for (int i = 0; i < 8; i++) {
            assertThat(register(user, proof(user, "wrong", nonce, DigestAlgorithm.MD5)).status()).isEqualTo(401);
        }
        return ManagementFactory.getRuntimeMXBean().getUptime() - before;
    }

    @Test
    void brakesAGuesserAndNobodyElse() {
        String nonce = nonce(register("alice"));
        for (int i = 0; i < 5; i++) {
            register("alice", proof("alice", "guess" + i, nonce, DigestAlgorithm.MD5));
        }

        assertThat(prove("alice", "secret-alice", contact()).status()).isEqualTo(401);
        assertThat(prove("bob", "secret-bob", contact()).status()).isEqualTo(200);
        bench.clock.advance(Duration.ofMinutes(5));
        assertThat(prove("alice", "secret-alice", contact()).status()).isEqualTo(200);
    }

    @Test
    void asksAgainWithStaleWhenTheNonceIsOld() {
        String nonce = nonce(register("alice"));
        bench.clock.advance(Duration.ofMinutes(6));

        SipText refused = register("alice", proof("alice", "secret-alice", nonce, DigestAlgorithm.MD5), contact());

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.header("WWW-Authenticate")).contains("stale=true");
    }

    @Test
    void refusesAnAnswerThatWasUsedBefore() {
        String proof = proof("alice", "secret-alice", nonce(register("alice")), DigestAlgorithm.MD5);
        assertThat(register("alice", proof, contact()).status()).isEqualTo(200);

        assertThat(register("alice", proof, contact()).status()).isEqualTo(401);
    }

    @Test
    void refusesANonceThatIsNotOurs() {
        assertThat(register("alice", proof("alice", "secret-alice", "made-up", DigestAlgorithm.MD5), contact())
                .status()).isEqualTo(401);
    }

    @Test
    void forbidsToRegisterSomebodyElse() {
        String nonce = nonce(register("bob"));

        SipText refused = register("bob", proof("alice", "secret-alice", nonce, DigestAlgorithm.MD5), contact());

        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void refusesATooBriefTimeAndSaysTheLeast() {
        SipText refused = prove("alice", "secret-alice", contact(), "Expires: 10");

        assertThat(refused.status()).isEqualTo(423);
        assertThat(refused.header("Min-Expires")).isEqualTo("60");
    }

    @Test
    void shortensATooLongTime() {
        SipText ok = prove("alice", "secret-alice", contact(), "Expires: 999999");

        assertThat(ok.header("Contact")).contains("expires=3600");
    }

    @Test
    void limitsTheContactsOfAUser() {
        String[] many = IntStream.range(0, 11)
                .mapToObj(i -> "Contact: <sip:alice@127.0.0.1:" + (7_000 + i) + ">")
                .toArray(String[]::new);

        assertThat(prove("alice", "secret-alice", many).status()).isEqualTo(403);
        assertThat(bindings()).isEmpty();
    }

    @Test
    void removesOneContactAndThenAll() {
        prove("alice", "secret-alice", contact(), "Contact: <sip:alice@127.0.0.1:7000>");
        assertThat(bindings()).hasSize(2);

        prove("alice", "secret-alice", "Contact: <sip:alice@127.0.0.1:7000>;expires=0");
        assertThat(bindings()).hasSize(1);
        SipText ok = prove("alice", "secret-alice", "Contact: *", "Expires: 0");

        assertThat(ok.status()).isEqualTo(200);
        assertThat(bindings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Contact: *", "Contact: <tel:+15551234>", "Contact: <sips:alice@127.0.0.1>"})
    void refusesContactsThatCannotBeUsed(String contact) {
        assertThat(prove("alice", "secret-alice", contact).status()).isEqualTo(400);
    }

    @Test
    void listsBindingsWhenNoContactIsSent() {
        prove("alice", "secret-alice", contact());

        assertThat(prove("alice", "secret-alice").header("Contact")).contains(phone.contact());
    }
}
