package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jackfield.connectors.fuzz.Mutator;
import org.jackfield.connectors.sip.Samples.Sample;
import org.jackfield.connectors.sip.SipOptions.Sources;
import org.jackfield.engine.call.CallControl.Refusal;
import org.jackfield.engine.call.InboundCall;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Damaged messages over UDP and TCP, most of them in dialogs and transactions that are there: nothing escapes, nothing dies, nothing
 * is left, and a good call goes through. The same seed makes the same damage, message by message:
 * {@code -Djackfield.fuzz.messages=1000000 -Djackfield.fuzz.seed=1} for another run, {@code -Djackfield.fuzz.first=N} to begin at
 * a message.
 */
@Tag("slow")
class FuzzTest {

    private static final Logger LOG = System.getLogger(FuzzTest.class.getName());
    private static final long MESSAGES = Long.getLong("jackfield.fuzz.messages", 50_000);
    private static final long SEED = Long.getLong("jackfield.fuzz.seed", 4_475);
    private static final long FIRST = Long.getLong("jackfield.fuzz.first", 0);
    /** So many are on their way at once: no more than the socket holds. */
    private static final int AT_ONCE = 40;
    private static final int TELL_EVERY = 100_000;
    private static final int DIAL_EVERY = 400;
    private static final int MOST_LEGS = 100;
    private static final int ONE_OVER_TCP = 8;
    private static final int ONE_UNHARMED = 10;
    private static final Duration GUESSES_FORGOTTEN = Duration.ofMinutes(31);
    /**
     * Twice 64 times the T1 of RFC 3261, and some seconds for the rest: an ACK is waited for so long, and then the answer to the
     * BYE. Our T1 is short here, but JAIN-SIP keeps to its own where it answered 100 itself because we took 200 ms.
     */
    private static final Duration FORGOTTEN_WITHIN = Duration.ofMillis(500).multipliedBy(2 * 64).plusSeconds(8);
    /** A connection in the middle of a message has ten seconds to go on. */
    private static final Duration CONNECTIONS_END = Duration.ofSeconds(30);

    /** Stacks of earlier tests may still be ending. */
    private final Set<Thread> earlier = Set.copyOf(Thread.getAllStackTraces().keySet());
    private final AtomicLong number = new AtomicLong(FIRST);
    private final FuzzFaults faults = new FuzzFaults(number::get);
    private final SipBench bench = new SipBench(options -> SipBench.withLimits(SipBench.hasty(options), limits()));
    private final List<Sample> samples = Stream.concat(
            Stream.of("register", "invite", "invite", "reinvite", "ok", "ack").flatMap(FuzzTest::named),
            Stream.concat(Samples.read("/sip/corpus.txt").stream(), Samples.read("/sip/torture.txt").stream()))
            .toList();
    private final Queue<String> offered = new ConcurrentLinkedQueue<>();
    private final Deque<String> legs = new ArrayDeque<>();
    private final AtomicLong calls = new AtomicLong();

    private static SipOptions.Limits limits() {
        SipOptions.Limits usual = SipOptions.Limits.DEFAULT;
        return new SipOptions.Limits(usual.legs(), 100_000, 10_000, usual.message(), usual.connectionIdle(),
                usual.messageTime(),
                new Sources(1_000_000, 50));
    }

    private static Stream<Sample> named(String name) {
        return Samples.read("/sip/corpus.txt").stream().filter(sample -> sample.name().equals(name));
    }

    @Test
    void survivesDamagedMessages() {
        try (faults; bench; FuzzWire wire = new FuzzWire(bench); TestPhone good = bench.phone("good")) {
            bench.control.reportTo((_, _) -> {});
            bench.deliverTo(this::decide);
            insist(good, -1);
            Set<Thread> threads = stackThreads();
            long connections = connectionThreads();

            send(wire, good);
            wire.hangUpStream();

            LOG.log(Level.INFO, "seed {0}: {1} messages from {2}; heard {3}; held {4}", SEED, MESSAGES, FIRST,
                    wire.heard(),
                    bench.control.census());
            assertThat(faults.found()).as("seed %d", SEED).isEmpty();
            letGo();
            callOnce(good);
            await().atMost(FORGOTTEN_WITHIN).untilAsserted(() -> {
                letGo();
                assertThat(bench.control.census()).as(() -> Leftovers.of(bench.control)).matches(SipCensus::isEmpty);
                assertThat(bench.silent.openStreams()).isZero();
            });
            assertThat(faults.found()).as("seed %d", SEED).isEmpty();
            assertThat(bench.control.census().faults()).isZero();
            assertThat(stackThreads()).isNotEmpty().isEqualTo(threads);
            await().atMost(CONNECTIONS_END)
                    .untilAsserted(() -> assertThat(connectionThreads()).as(FuzzTest::whatConnectionsDo)
                            .isLessThanOrEqualTo(connections));
        }
    }

    private void send(FuzzWire wire, TestPhone good) {
        for (long i = FIRST; i < FIRST + MESSAGES; i++) {
            number.set(i);
            RandomGenerator random = new SplittableRandom(SEED * 1_000_003 + i);
            Sample sample = samples.get(random.nextInt(samples.size()));
            boolean tcp = random.nextInt(ONE_OVER_TCP) == 0;
            String valid = wire.fill(sample, tcp, "f" + i + "x" + SEED);
            wire.send(random.nextInt(ONE_UNHARMED) == 0 ? valid : new Mutator(random).mutate(valid), tcp);
            if (i % TELL_EVERY == 0) {
                LOG.log(Level.INFO, "message {0}: {1}", i, bench.control.census());
            }
            if (i % DIAL_EVERY == 0) {
                bench.control.dial(bench.dialTo("CAfuzz" + i, wire.contact()));
                legs.add("CAfuzz" + i);
                bench.clock.advance(GUESSES_FORGOTTEN);
            }
            if (i % AT_ONCE == 0) {
                insist(good, i);
                wire.hangUpStream();
                wire.listen();
                hangUpOld();
            }
        }
    }

    /** Answers some calls, refuses some, and lets some wait. */
    private void decide(InboundCall call) {
        long turn = calls.incrementAndGet() % 5;
        if (turn == 0) {
            bench.control.refuse(call.leg(), Refusal.BUSY);
            return;
        }
        offered.add(call.leg());
        if (turn < 3) {
            bench.control.ring(call.leg());
        }
        if (turn > 1) {
            bench.control.answer(call.leg());
        }
    }

    private void hangUpOld() {
        for (String leg = offered.poll(); leg != null; leg = offered.poll()) {
            legs.add(leg);
        }
        while (legs.size() > MOST_LEGS) {
            bench.control.hangUp(legs.removeFirst());
        }
    }

    private void letGo() {
        hangUpOld();
        legs.forEach(bench.control::hangUp);
        legs.clear();
    }

    /** A whole request as a phone sends it, again until it is answered: then everything before it was looked at. */
    private static void insist(TestPhone phone, long number) {
        String request = "OPTIONS sip:" + phone.server() + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + phone.port()
                + ";branch=z9hG4bKping" + number
                + "\r\nMax-Forwards: 70\r\nFrom: <sip:good@phone.example>;tag=g\r\nTo: <sip:"
                + phone.server() + ">\r\nCall-ID: ping" + number + "\r\nCSeq: 1 OPTIONS\r\nContent-Length: 0\r\n\r\n";
        Optional<SipText> answer = Optional.empty();
        for (int i = 0; i < 60 && answer.isEmpty(); i++) {
            phone.send(request);
            answer = phone.poll(message -> message.header("Call-ID").equals("ping" + number), Duration.ofMillis(500));
        }
        assertThat(answer).as("a good phone is answered after message %d", number).isPresent();
        phone.forget();
    }

    private void callOnce(TestPhone good) {
        bench.deliverTo(call -> bench.control.answer(call.leg()));
        PhoneCall call = good.invite(bench.numberUri());
        call.expect(200);
        call.ack();
        call.bye();
        call.expect(200, "BYE");
    }

    private static long connectionThreads() {
        return threads(FuzzTest::isOfConnection);
    }

    private static String whatConnectionsDo() {
        return Thread.getAllStackTraces()
                .entrySet()
                .stream()
                .filter(entry -> isOfConnection(entry.getKey().getName()))
                .map(entry -> entry.getKey().getName() + " " + List.of(entry.getValue()))
                .collect(Collectors.joining("\n"));
    }

    private static boolean isOfConnection(String name) {
        return name.startsWith("PipelineThread") || name.startsWith("TCPMessageChannel");
    }

    /** Those of our stack that run on for as long as it does. */
    private Set<Thread> stackThreads() {
        return Thread.getAllStackTraces()
                .keySet()
                .stream()
                .filter(thread -> thread.getName().contains("UDPMessageChannelThread")
                        || thread.getName().startsWith("MessageProcessorThread"))
                .filter(thread -> !earlier.contains(thread))
                .collect(Collectors.toSet());
    }

    private static long threads(Predicate<String> named) {
        return Thread.getAllStackTraces().keySet().stream().map(Thread::getName).filter(named).count();
    }
}
