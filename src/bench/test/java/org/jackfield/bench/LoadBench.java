package org.jackfield.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.jackfield.app.e2e.Center;
import org.jackfield.app.e2e.MenuKeys;
import org.jackfield.app.e2e.Sipp;
import org.jackfield.engine.peer.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a call through the shipped flow {@code welcome} costs: prompt, digit, queue, agent, recorded talk. */
class LoadBench {

    private static final int CALLS = Integer.getInteger("jackfield.bench.calls", 150);
    private static final int AT_ONCE = Integer.getInteger("jackfield.bench.at-once", 10);
    private static final int AGENTS = 2 * AT_ONCE;
    private static final int TALK_MILLIS = 1_500;

    @TempDir
    private Path folder = Path.of("target");

    @Test
    void printsWhatACallCosts() {
        Peers.require("sipp");
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("calls, at once", CALLS + ", " + AT_ONCE);
        settings.put("agents, talk", AGENTS + ", " + TALK_MILLIS + " ms");
        settings.put("flow", "welcome: say, gather, send event, enqueue with music and recording, say, hang up");
        settings.put("database", "embedded PostgreSQL, fsync on");
        Report.begin("Cost of a call through the flow welcome", settings);
        try (Measured measured = Measured.start(folder.resolve("data"), Map.of("JACKFIELD_WORK_WRAP_UP_TIME", "1s"))) {
            int agentPort = Sipp.freePort();
            Center center = center(measured, agentPort);
            try (Sipp agents = Sipp.start(folder.resolve("agents"), "agent-hangs-up",
                    measured.product().sipPort(), "-p", Integer.toString(agentPort), "-d",
                    Integer.toString(TALK_MILLIS))) {
                serve(measured, center, agents, 3 * AT_ONCE);
                measured.beginSampling();
                Measured.Reading before = measured.read();
                Measured.Work work = serve(measured, center, agents, CALLS);
                Measured.Reading after = measured.read();
                Report.line("  %d calls in %.1f s, %.2f calls/s, none failed".formatted(work.calls(),
                        work.time().toMillis() / 1_000.0, work.rate()));
                Measured.print(before, after, measured.endSampling(folder), work);
            }
        }
    }

    private static Center center(Measured measured, int agentPort) {
        Center center = Center.running(measured.product().api(), "welcome");
        IntStream.range(0, AGENTS)
                .forEach(agent -> center.worker("agent" + agent, "sales",
                        "sip:agent%d@127.0.0.1:%d".formatted(agent, agentPort), true));
        return center;
    }

    private Measured.Work serve(Measured measured, Center center, Sipp agents, int calls) {
        double agentsBefore = Cpu.ofProcess(agents.pid());
        long begin = System.nanoTime();
        try (MenuKeys keys = MenuKeys.pressing(1);
                Sipp callers = Sipp.start(folder.resolve("callers" + calls), "caller-waits",
                        measured.product().sipPort(), "-s", center.number(), "-l", Integer.toString(AT_ONCE), "-r",
                        "5", "-m", Integer.toString(calls), "-key", "rtp", Integer.toString(keys.port()), "-p",
                        Integer.toString(Sipp.freePort()))) {
            double[] spent = new double[1];
            await().atMost(Duration.ofMinutes(2 + calls / 10)).pollInterval(Duration.ofMillis(200)).until(() -> {
                spent[0] = Math.max(spent[0], Cpu.ofProcess(callers.pid()));
                return !callers.isRunning();
            });
            Sipp.Result result = callers.await(10);
            assertThat(result.failed()).as(result.output()).isZero();
            assertThat(result.successful()).isEqualTo(calls);
            return new Measured.Work(calls, Duration.ofNanos(System.nanoTime() - begin),
                    spent[0] + Cpu.ofProcess(agents.pid()) - agentsBefore);
        }
    }
}
