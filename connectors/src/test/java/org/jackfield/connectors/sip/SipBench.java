package org.jackfield.connectors.sip;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jackfield.connectors.rtp.MediaServer;
import org.jackfield.connectors.sip.digest.DigestAlgorithm;
import org.jackfield.engine.call.CallControl.Credentials;
import org.jackfield.engine.call.CallControl.Dial;
import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.call.InboundCall;
import org.jackfield.engine.call.InboundCalls;
import org.jackfield.engine.call.LegEvent;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.presence.MemoryRegistrations;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.tenant.FlowAddress;
import org.jackfield.engine.tenant.NumberAssignment;
import org.jackfield.engine.tenant.SipDirectory;
import org.jackfield.engine.time.ScheduledTimers;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.time.Timers;

/**
 * The product's SIP side on a free loopback port with directories in memory: account {@code AC1}, its domain
 * {@code acme.example} (also the default one) with the users alice and bob (password {@code secret-NAME}), and the number
 * {@code +15550001}. Calls that come in wait to be taken with {@link #nextCall}.
 */
final class SipBench implements AutoCloseable {

    static final AccountId ACCOUNT = new AccountId("AC1");
    static final String NUMBER = "+15550001";
    static final String DOMAIN = "acme.example";
    static final byte[] TAG_KEY = new byte[32];

    final SettableClock clock = new SettableClock();
    final MemoryRegistrations registrations = new MemoryRegistrations(clock);
    final SilentMedia silent = new SilentMedia();
    final LegEvents events = new LegEvents();
    final SipCallControl control;
    private volatile boolean recording = true;
    private final ScheduledTimers timers = new ScheduledTimers("sip-test-timers");
    private volatile int haste = 1;
    private volatile boolean refusing;
    private volatile Optional<InboundCalls> receiver = Optional.empty();
    private final BlockingQueue<InboundCall> calls = new LinkedBlockingQueue<>();
    private final Map<String, String> users = new ConcurrentHashMap<>(Map.of("alice", "secret-alice", "bob",
            "secret-bob"));
    private final Random random = new Random(7);

    SipBench() {
        this(options -> options);
    }

    SipBench(UnaryOperator<SipOptions> change) {
        this(change, Optional.empty());
    }

    SipBench(UnaryOperator<SipOptions> change, Optional<MediaServer> media) {
        SipParts parts = new SipParts(this::offered, media.orElse(silent),
                new SipParts.Directories(SipBench::number, new Users(), registrations),
                new SipParts.Basics(clock, this::after, random, new TimeOrderedIds(clock, random),
                        new OwnTags(TAG_KEY, random)));
        control = new SipCallControl(change.apply(SipOptions.at("127.0.0.1", 0)), parts);
        control.reportTo(this::heard);
    }

    /** Answers are on record at once, as with the engine, unless {@link #recordNothing} was called. */
    private void heard(String leg, LegEvent event) {
        events.on(leg, event);
        if (recording && event instanceof LegEvent.Answered) {
            control.confirm(leg);
        }
    }

    /** From now on no answer of a phone is confirmed but by the test itself. */
    void recordNothing() {
        recording = false;
    }

    /** Short timers: T1 of 50 ms, so that waiting for a missing ACK takes 3.2 s. */
    static SipOptions hasty(SipOptions options) {
        return new SipOptions(options.address(), options.port(), options.transports(), options.sessionExpires(),
                options.leastSession(), Duration.ofMillis(50), options.limits(), options.registrations(),
                options.proof());
    }

    static SipOptions withLimits(SipOptions options, SipOptions.Limits limits) {
        return new SipOptions(options.address(), options.port(), options.transports(), options.sessionExpires(),
                options.leastSession(), options.timerT1(), limits, options.registrations(), options.proof());
    }

    /** Turns every call away from now on. */
    void refuseAll() {
        refusing = true;
    }

    /** Calls go there from now on instead of waiting. */
    void deliverTo(InboundCalls other) {
        receiver = Optional.of(other);
    }

    private void offered(InboundCall call) {
        if (receiver.isPresent()) {
            receiver.get().offer(call);
        } else if (refusing) {
            control.refuse(call.leg(), Refusal.NOT_FOUND);
        } else {
            calls.add(call);
        }
    }

    /** From now on every timer of ours runs that many times as fast. */
    void hurry(int times) {
        haste = times;
    }

    private Timers.Timer after(Duration delay, Runnable task) {
        return timers.after(delay.dividedBy(haste), task);
    }

    int port() {
        return control.port();
    }

    String numberUri() {
        return "sip:" + NUMBER + "@127.0.0.1:" + port();
    }

    TestPhone phone(String user) {
        return new TestPhone(user, port());
    }

    InboundCall nextCall() {
        try {
            return Optional.ofNullable(calls.poll(10, TimeUnit.SECONDS))
                    .orElseThrow(() -> new AssertionError("no call came in"));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    boolean sawNoCall() {
        return calls.isEmpty();
    }

    Dial dialTo(String leg, String to) {
        return dialTo(leg, to, Optional.empty());
    }

    Dial dialTo(String leg, String to, Optional<Credentials> credentials) {
        return new Dial(ACCOUNT, leg, NUMBER, to, Duration.ofSeconds(20), credentials, Map.of("X-Call", "7"));
    }

    /** Everything but finished transactions is gone: legs, dialogs, ports; and nothing was thrown. */
    void awaitNothingLeft() {
        await().atMost(Duration.ofSeconds(15))
                .until(() -> control.census().legs() == 0 && control.census().dialogs() == 0
                        && silent.openStreams() == 0 && control.census().faults() == 0);
    }

    private static Optional<NumberAssignment> number(String number) {
        return NUMBER.equals(number)
                ? Optional.of(new NumberAssignment(ACCOUNT, "PN1", number,
                        new FlowAddress("welcome", OptionalInt.empty())))
                : Optional.empty();
    }

    @Override
    public void close() {
        control.close();
        timers.close();
    }

    private final class Users implements SipDirectory {

        private final SipDomain domain = new SipDomain(ACCOUNT, "SD1", DOMAIN, DOMAIN);

        @Override
        public Optional<SipDomain> findDomain(String host) {
            return List.of(DOMAIN, "127.0.0.1").contains(host) ? Optional.of(domain) : Optional.empty();
        }

        @Override
        public Optional<SipUser> findUser(SipDomain of, String username) {
            return Optional.ofNullable(users.get(username)).map(password -> {
                String secret = username + ":" + DOMAIN + ":" + password;
                return new SipUser(ACCOUNT, username, DigestAlgorithm.MD5.hash(secret),
                        DigestAlgorithm.SHA_256.hash(secret));
            });
        }
    }
}
