package org.jackfield.connectors.sip.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jackfield.connectors.sip.digest.Nonces.Age;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.SipDirectory;
import org.jackfield.engine.tenant.SipDirectory.SipDomain;
import org.jackfield.engine.tenant.SipDirectory.SipUser;
import org.jackfield.engine.throttle.GuessBrake;

/**
 * Decides whether a request proves who sent it (RFC 3261, section 22.4). An unknown domain, an unknown user and a wrong
 * password are answered alike after the same work; who guesses has to wait. Thread-safe; blocks while it asks the directory.
 */
public final class DigestGate {

    private static final AccountId NOBODY = new AccountId("nobody");
    private static final int MOST_NONCES = 20_000;
    private static final int LONGEST_VALUE = 512;

    private final SipDirectory directory;
    private final Asking asking;
    private final Nonces nonces;
    private final NonceCounts counts = new NonceCounts(MOST_NONCES);
    private final GuessBrake brake = new GuessBrake();
    private final Clock clock;

    public DigestGate(SipDirectory directory, Clock clock, RandomGenerator random, Asking asking) {
        this.directory = directory;
        this.asking = asking;
        this.clock = clock;
        this.nonces = new Nonces(clock, random, asking.nonceLife());
    }

    /**
     * How to ask: a nonce is good for {@code nonceLife}, after that the phone is asked again with {@code stale=true}; one
     * challenge for each algorithm, the preferred one first (RFC 8760, section 2.4).
     */
    public record Asking(Duration nonceLife, List<DigestAlgorithm> algorithms) {
        public Asking {
            algorithms = List.copyOf(algorithms);
        }
    }

    /** What came of it. */
    public sealed interface Verdict {}

    /** The user is who he says. */
    public record Proven(SipUser user, SipDomain domain) implements Verdict {}

    /** Ask (again): answer 401 with these. */
    public record Ask(List<Challenge> challenges) implements Verdict {
        public Ask {
            challenges = List.copyOf(challenges);
        }
    }

    /** One {@code WWW-Authenticate} header. */
    public record Challenge(String realm, DigestAlgorithm algorithm, String nonce, boolean stale) {}

    /** What is judged: the domain it is for, its method, and the IP address it comes from. */
    public record Attempt(String host, String method, String source) {}

    /** Judges the answers that a request carries to a challenge for the host's domain. */
    public Verdict judge(Attempt attempt, List<DigestAnswer> answers) {
        Optional<SipDomain> known = directory.findDomain(attempt.host());
        SipDomain domain = known.orElseGet(() -> new SipDomain(NOBODY, "", attempt.host(), attempt.host()));
        Optional<DigestAnswer> answer = answers.stream()
                .filter(given -> given.realm().equals(domain.realm()))
                .findFirst();
        if (answer.isEmpty()) {
            return ask(domain, false);
        }
        Optional<SipUser> user = proven(domain, attempt.method(), answer.get()).filter(_ -> known.isPresent());
        Age age = nonces.age(answer.get().nonce());
        if (age == Age.FOREIGN || isGuess(attempt, domain, answer.get(), user.isPresent())) {
            return ask(domain, false);
        }
        boolean unused = age == Age.FRESH && counts.use(answer.get().nonce(), count(answer.get()));
        return unused ? new Proven(user.orElseThrow(), domain) : ask(domain, true);
    }

    /** Also the right answer is none to who guessed too often: it is answered like a wrong one, after the same work. */
    private boolean isGuess(Attempt attempt, SipDomain domain, DigestAnswer answer, boolean right) {
        String name = (answer.username().length() > LONGEST_VALUE ? "" : answer.username()) + "@" + domain.realm();
        if (!brake.waitOf(name, attempt.source(), clock.instant()).isZero()) {
            return true;
        }
        if (right) {
            brake.succeeded(name, attempt.source());
        } else {
            brake.failed(name, attempt.source(), clock.instant());
        }
        return !right;
    }

    private Optional<SipUser> proven(SipDomain domain, String method, DigestAnswer answer) {
        Optional<DigestAlgorithm> algorithm = DigestAlgorithm.named(answer.algorithm());
        DigestAlgorithm hash = algorithm.orElse(DigestAlgorithm.SHA_256);
        Optional<SipUser> user = wellFormed(answer) ? directory.findUser(domain, answer.username()) : Optional.empty();
        String nobodys = hash.hash(domain.realm());
        String secret = user.map(found -> hash == DigestAlgorithm.MD5 ? found.ha1Md5() : found.ha1Sha256())
                .orElse(nobodys);
        boolean equal = same(answer.expected(hash, secret, method), answer.response());
        return equal && algorithm.isPresent() ? user : Optional.empty();
    }

    private static boolean wellFormed(DigestAnswer answer) {
        boolean bounded = List.of(answer.username(), answer.uri(), answer.cnonce())
                .stream()
                .allMatch(value -> value.length() <= LONGEST_VALUE);
        return bounded && answer.qop().equals("auth") && answer.nonceCount().matches("[0-9a-fA-F]{8}");
    }

    private static long count(DigestAnswer answer) {
        return Long.parseLong(answer.nonceCount(), 16);
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.US_ASCII),
                given.getBytes(StandardCharsets.UTF_8));
    }

    private Ask ask(SipDomain domain, boolean stale) {
        return new Ask(asking.algorithms()
                .stream()
                .map(algorithm -> new Challenge(domain.realm(), algorithm, nonces.issue(), stale))
                .toList());
    }
}
