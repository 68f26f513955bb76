package org.jackfield.connectors.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.management.ManagementFactory;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jackfield.connectors.sip.SipOptions.Sources;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * 20,000 messages a second of every kind from one source, beside five calls a second from another, whose phone repeats what is not
 * answered (RFC 3261, section 17.1). {@code -Djackfield.flood.seconds=60} for the long run, {@code -Djackfield.flood.rate=500} for
 * what the product admits of one source a second by default.
 */
@Tag("slow")
class FloodTest {

    private static final Logger LOG = System.getLogger(FloodTest.class.getName());
    private static final int SECONDS = Integer.getInteger("jackfield.flood.seconds", 3);
    private static final int RATE = Integer.getInteger("jackfield.flood.rate", 25);
    private static final int LONG_RUN = 30;
    private static final int MESSAGES_PER_SLOT = 200;
    private static final int SLOT_MILLIS = 10;
    private static final int CALLS_PER_SECOND = 5;
    /** As long as a phone repeats a request that nobody answers (RFC 3261, section 17.1.1.2, timer B). */
    private static final int TRIES = 64;
    private static final Duration T1 = Duration.ofMillis(500);
    private static final long MEGABYTE = 1 << 20;
    private static final List<String> METHODS = List.of("REGISTER", "INVITE", "OPTIONS", "MESSAGE", "SUBSCRIBE");

    @Test
    void servesTheOthersWhenOneSourceFloods() throws Exception {
        try (SipBench bench = new SipBench(options -> SipBench.withLimits(timers(options), limits()));
                TestPhone phone = bench.phone("good");
                ScheduledExecutorService pace = Executors.newScheduledThreadPool(2,
                        Thread.ofPlatform().daemon().factory());
                DatagramSocket flood = new DatagramSocket(
                        new InetSocketAddress(InetAddress.ofLiteral("127.0.0.9"), 0))) {
            bench.deliverTo(call -> bench.control.answer(call.leg()));
            long heap = usedHeap();
            long start = ManagementFactory.getRuntimeMXBean().getUptime();
            AtomicInteger floods = new AtomicInteger();
            AtomicInteger tried = new AtomicInteger();
            AtomicInteger good = new AtomicInteger();
            var flooding = pace.scheduleAtFixedRate(() -> slot(flood, bench, floods), 0, SLOT_MILLIS,
                    TimeUnit.MILLISECONDS);
            var calling = pace.scheduleAtFixedRate(() -> {
                tried.incrementAndGet();
                good.addAndGet(call(phone, bench.numberUri()) ? 1 : 0);
            }, 0, 1_000 / CALLS_PER_SECOND, TimeUnit.MILLISECONDS);

            await().atMost(Duration.ofSeconds(60L + 4L * SECONDS))
                    .until(() -> tried.get() >= SECONDS * CALLS_PER_SECOND);
            calling.cancel(false);
            flooding.cancel(false);

            long millis = ManagementFactory.getRuntimeMXBean().getUptime() - start;
            LOG.log(Level.INFO,
                    "{0} messages in {1} ms, {2} a second; {3} of {4} good calls; at most {5} a second of one source",
                    floods, millis, 1_000L * floods.get() / millis, good, tried, RATE * SourceGate.LOOPBACK_FACTOR);
            assertThat(floods.get()).isGreaterThan(SECONDS * 1_000);
            assertThat(good.get() * 100).isGreaterThanOrEqualTo((tried.get() - 1) * 99);
            await().atMost(Duration.ofMinutes(3)).until(() -> bench.control.census().isEmpty());
            await().atMost(Duration.ofMinutes(1)).until(() -> usedHeap() < heap + 64 * MEGABYTE);
            LOG.log(Level.INFO, "{0} MB of heap before, {1} MB after", heap / MEGABYTE, usedHeap() / MEGABYTE);
        }
    }

    /** The short run has short timers, or it would wait half a minute for the last transaction. */
    private static SipOptions timers(SipOptions options) {
        return SECONDS < LONG_RUN ? SipBench.hasty(options) : options;
    }

    private static SipOptions.Limits limits() {
        SipOptions.Limits usual = SipOptions.Limits.DEFAULT;
        return new SipOptions.Limits(usual.legs(), usual.transactions(), usual.connections(), usual.message(),
                usual.connectionIdle(), usual.messageTime(), new Sources(RATE, 100));
    }

    private static void slot(DatagramSocket socket, SipBench bench, AtomicInteger sent) {
        try {
            for (int i = 0; i < MESSAGES_PER_SLOT; i++) {
                byte[] bytes = message(bench, socket.getLocalPort(), sent.incrementAndGet());
                socket.send(new DatagramPacket(bytes, bytes.length, InetAddress.getLoopbackAddress(), bench.port()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] message(SipBench bench, int port, int number) {
        String method = METHODS.get(number % METHODS.size());
        String uri = method.equals("REGISTER") ? "sip:" + SipBench.DOMAIN : bench.numberUri();
        return (method + " " + uri + " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.9:" + port + ";branch=z9hG4bKf" + number
                + "\r\nMax-Forwards: 70\r\nFrom: <sip:mallory@flood.example>;tag=" + number + "\r\nTo: <sip:alice@"
                + SipBench.DOMAIN + ">\r\nCall-ID: flood" + number + "\r\nCSeq: 1 " + method
                + "\r\nContact: <sip:mallory@127.0.0.9:" + port + ">\r\nEvent: presence\r\nContent-Length: 0\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** One whole call, by a phone that repeats itself. */
    private static boolean call(TestPhone phone, String uri) {
        String id = TestPhone.newName();
        String head = " SIP/2.0\r\nVia: SIP/2.0/UDP 127.0.0.1:" + phone.port() + ";branch=z9hG4bK";
        String invite = "INVITE " + uri + head + id + "\r\nMax-Forwards: 70\r\nFrom: <sip:good@phone.example>;tag=" + id
                + "\r\nTo: <" + uri + ">\r\nCall-ID: " + id + "\r\nCSeq: 1 INVITE\r\nContact: <" + phone.contact()
                + ">\r\nContent-Length: 0\r\n\r\n";
        Optional<SipText> answer = insist(phone, invite, id, "INVITE");
        if (answer.filter(ok -> ok.status() == 200).isEmpty()) {
            return false;
        }
        String target = SipText.uri(answer.get().header("Contact"));
        String rest = "\r\nMax-Forwards: 70\r\nFrom: <sip:good@phone.example>;tag=" + id + "\r\nTo: "
                + answer.get().header("To") + "\r\nCall-ID: " + id + "\r\n";
        String sdp = phone.sdp("sendrecv");
        phone.send("ACK " + target + head + id + "a" + rest + "CSeq: 1 ACK\r\nContent-Type: application/sdp\r\n"
                + "Content-Length: " + sdp.length() + "\r\n\r\n" + sdp);
        return insist(phone, "BYE " + target + head + id + "b" + rest + "CSeq: 2 BYE\r\nContent-Length: 0\r\n\r\n", id,
                "BYE").filter(ok -> ok.status() == 200).isPresent();
    }

    private static Optional<SipText> insist(TestPhone phone, String request, String callId, String method) {
        Optional<SipText> answer = Optional.empty();
        for (int i = 0; i < TRIES && answer.isEmpty(); i++) {
            phone.send(request);
            answer = phone.poll(message -> message.status() >= 200 && message.header("Call-ID").equals(callId)
                    && message.method().equals(method), T1);
        }
        phone.forget();
        return answer;
    }

    private static long usedHeap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
