package org.jackfield.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jackfield.app.e2e.Api;
import org.jackfield.app.e2e.Sipp;
import org.jackfield.engine.peer.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls with a durable process (answer, play 200 ms, hang up), as many as the machine gives, beside the bare workflow engine
 * with the same waits and history level. Bare, product, bare, so that a machine that gets slower shows.
 */
class CallBench {

    private static final int SECONDS = Integer.getInteger("jackfield.bench.seconds", 60);
    private static final int AT_ONCE = Integer.getInteger("jackfield.bench.at-once", 20);
    /** A cold JVM is asked little: what it cannot serve within a second it refuses. */
    private static final int AT_ONCE_COLD = 4;
    private static final int WARM_UP = Integer.getInteger("jackfield.bench.warm-up", 600);
    private static final Duration BARE = Duration.ofSeconds(Math.max(5, SECONDS / 3));

    @TempDir
    private Path folder = Path.of("target");

    @Test
    void printsRateBesideTheBareEngine() throws IOException, InterruptedException {
        Peers.require("sipp");
        begin();
        BareEngine.Result first = bare("bare1");
        double rate = product();
        BareEngine.Result second = bare("bare2");
        double bare = (first.rate() + second.rate()) / 2;
        Report.line(
                "  ratio: %.2f of the bare engine's rate (%.1f calls/s, %.1f instances/s)".formatted(rate / bare, rate,
                        bare));
    }

    private static void begin() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("both",
                "history none; own embedded PostgreSQL (fsync, synchronous_commit, full_page_writes on; data"
                        + " checksums); connection pool of 2 x processors + 4; -Xmx1g, compact headers");
        settings.put("product",
                "SIP over UDP, RTP, %d calls at once from one SIPp, %d calls of warm-up, %d s".formatted(
                        AT_ONCE, WARM_UP, SECONDS));
        settings.put("bare engine",
                "same model with receive tasks, one thread a connection, %d s after a warm-up of the"
                        .formatted(BARE.toSeconds()) + " same length, before and after the product");
        Report.begin("Calls with a durable process, beside the bare workflow engine", settings);
    }

    private BareEngine.Result bare(String name) throws InterruptedException {
        try (BareEngine bare = BareEngine.start(folder.resolve(name))) {
            bare.run(BARE);
            BareEngine.Result result = bare.run(BARE);
            assertThat(bare.left()).isZero();
            Report.line("  bare engine: %.1f instances/s; processor time, ms an instance: JVM %.2f, PostgreSQL %.2f"
                    .formatted(result.rate(), 1_000 * result.jvmSeconds() / result.instances(),
                            1_000 * result.databaseSeconds() / result.instances()));
            return result;
        }
    }

    private double product() throws IOException {
        try (Measured measured = Measured.start(folder.resolve("data"), Map.of());
                DatagramSocket ears = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            String number = number(measured.product().api());
            call(measured, number, WARM_UP / 2, AT_ONCE_COLD, ears.getLocalPort());
            Measured.Work warm = call(measured, number, WARM_UP, AT_ONCE, ears.getLocalPort());
            int calls = Math.max(AT_ONCE, (int) (warm.rate() * SECONDS));
            measured.beginSampling();
            Measured.Reading before = measured.read();
            Measured.Work work = call(measured, number, calls, AT_ONCE, ears.getLocalPort());
            Measured.Reading after = measured.read();
            Report.line("  product: %d calls in %.1f s, %.1f calls/s, none failed".formatted(work.calls(),
                    work.time().toMillis() / 1_000.0, work.rate()));
            Measured.print(before, after, measured.endSampling(folder), work);
            return work.rate();
        }
    }

    private static String number(Api api) {
        api.postXml("/jackfield/v1/flows", BareEngine.model());
        String number = api.get(api.accountPath("/AvailablePhoneNumbers/US/Local.json?PageSize=1"))
                .at("/available_phone_numbers/0/phone_number")
                .asString();
        api.post(api.accountPath("/IncomingPhoneNumbers.json"), "PhoneNumber", number, "VoiceUrl", "flow:bench-call");
        return number;
    }

    private Measured.Work call(Measured measured, String number, int calls, int atOnce, int rtp) throws IOException {
        long begin = System.nanoTime();
        try (Sipp callers = Sipp.start(folder.resolve("callers" + calls + "-" + atOnce), "caller-waits",
                measured.product().sipPort(), "-s", number, "-l", Integer.toString(atOnce), "-r", "1000", "-m",
                Integer.toString(calls), "-key", "rtp", Integer.toString(rtp), "-p",
                Integer.toString(Sipp.freePort()))) {
            double[] spent = new double[1];
            await().atMost(Duration.ofSeconds(120 + 4L * SECONDS)).pollInterval(Duration.ofMillis(100)).until(() -> {
                spent[0] = Math.max(spent[0], Cpu.ofProcess(callers.pid()));
                return !callers.isRunning();
            });
            Duration time = Duration.ofNanos(System.nanoTime() - begin);
            Sipp.Result result = callers.await(10);
            assertThat(result.failed()).as(result.output()).isZero();
            assertThat(result.successful()).isEqualTo(calls);
            return new Measured.Work(calls, time, spent[0]);
        }
    }
}
