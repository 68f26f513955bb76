package org.jackfield.app.e2e;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jackfield.engine.peer.Peers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * Many calls, ten at a time, through the shipped flow {@code welcome}: each caller hears the prompt, presses 1, waits in the
 * queue, talks to an agent, and the agent hangs up. None fails, all records say so, and some time after the last one nothing
 * is held any more. {@code -Djackfield.load.calls=300} sets how many.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LoadIT {

    private static final int CALLS = Integer.getInteger("jackfield.load.calls", 60);
    private static final int AT_ONCE = 10;
    private static final int AGENTS = 20;
    /** 64 times T1 (RFC 3261) until the last transaction may be forgotten, and some time for the rest. */
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(40);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder = Path.of("target");

    private RunningProduct product;
    private Center center;
    private Sipp agents;
    private Map<String, Double> mostHeld = new HashMap<>();

    @BeforeAll
    void openCenter() {
        Peers.require("sipp");
        product = RunningProduct.start(folder.resolve("data"), Map.of("JACKFIELD_WORK_WRAP_UP_TIME", "1s"));
        center = Center.running(product.api(), "welcome");
        int agentPort = Sipp.freePort();
        agents = Sipp.start(folder.resolve("agents"), "agent-hangs-up", product.sipPort(), "-p",
                Integer.toString(agentPort), "-d", "1500");
        IntStream.range(0, AGENTS)
                .forEach(agent -> center.worker("agent" + agent, "sales",
                        "sip:agent%d@127.0.0.1:%d".formatted(agent, agentPort), true));
    }

    @AfterAll
    void closeCenter() {
        if (agents != null) {
            agents.close();
        }
        if (product != null) {
            product.close();
        }
    }

    @Test
    void leavesNothingBehindWhenManyCallsWereServed() {
        serve("warm-up", AT_ONCE);
        awaitQuiet();
        Threads before = threads();

        Sipp.Result result = serve("load", CALLS);

        assertThat(result.exitCode()).as(result.output() + product.logTail()).isZero();
        assertThat(result.successful()).isEqualTo(CALLS);
        assertThat(result.failed()).isZero();
        assertThat(mostHeld).as("what the census saw while calls were up").containsKeys(Census.SEEN_DURING_CALLS);
        awaitQuiet();
        await().atMost(QUIET_WITHIN)
                .untilAsserted(() -> assertThat(threads().grownSince(before)).as("threads left").isEmpty());
        recordsAgree(CALLS + AT_ONCE);
    }

    /** Lets the callers in and looks now and then what they hold. */
    private Sipp.Result serve(String name, int calls) {
        try (MenuKeys keys = MenuKeys.pressing(1);
                Sipp callers = Sipp.start(folder.resolve(name), "caller-waits", product.sipPort(), "-s",
                        center.number(), "-l", Integer.toString(AT_ONCE), "-r", "5", "-m", Integer.toString(calls),
                        "-key", "rtp", Integer.toString(keys.port()), "-p", Integer.toString(Sipp.freePort()))) {
            await().atMost(Duration.ofMinutes(2 + calls / 10)).pollInterval(Duration.ofMillis(500)).until(() -> {
                census().held().forEach((what, count) -> mostHeld.merge(what, count, Math::max));
                return !callers.isRunning();
            });
            return callers.await(10);
        }
    }

    private void awaitQuiet() {
        await().atMost(QUIET_WITHIN)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(census().held()).as("held after the last call").isEmpty());
    }

    private void recordsAgree(int calls) {
        assertThat(outcomes(center.calls(), "status")).as("caller and agent")
                .containsExactly(entry("completed", 2L * calls));
        List<JsonNode> items = center.workItems();
        assertThat(outcomes(items, "assignment_status")).containsExactly(entry("completed", (long) calls));
        List<JsonNode> offers = items.stream()
                .flatMap(item -> center.reservations(item.get("sid").asString()).stream())
                .toList();
        assertThat(outcomes(offers, "reservation_status")).containsEntry("completed", (long) calls);
        assertThat(outcomes(center.recordings(), "status")).containsExactly(entry("completed", (long) calls));
    }

    private static Map<String, Long> outcomes(List<JsonNode> records, String field) {
        return records.stream().collect(groupingBy(record -> record.get(field).asString(), TreeMap::new, counting()));
    }

    private Census census() {
        return Census.of(product.api());
    }

    private Threads threads() {
        return Threads.of(product.pid(), folder);
    }
}
