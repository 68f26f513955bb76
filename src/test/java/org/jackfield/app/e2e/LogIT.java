package org.jackfield.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jackfield.engine.peer.Peers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One call through the logs: every line that is about it carries its id and its account's, whichever part wrote it. */
class LogIT {

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("target");

    @Test
    void carriesCallAndAccountWhenALineIsAboutACall() {
        Peers.require("sipp");
        Map<String, String> settings = Map.of("JACKFIELD_LOG_FORMAT", "json", "LOGGING_LEVEL_ORG_JACKFIELD", "DEBUG",
                "JACKFIELD_WORK_WRAP_UP_TIME", "1s");
        int port = Sipp.freePort();
        try (RunningProduct product = RunningProduct.start(folder.resolve("data"), settings)) {
            Center center = Center.running(product.api(), "welcome");
            center.worker("alice", "sales", "sip:alice@127.0.0.1:" + port, true);
            serve(product, center, port);
            String account = product.api().account();
            JsonNode root = center.calls()
                    .stream()
                    .filter(call -> call.get("parent_call_sid").isNull())
                    .findFirst()
                    .orElseThrow();

            String call = root.get("sid").asString();
            List<String> ids = center.calls().stream().map(leg -> leg.get("sid").asString()).toList();
            List<JsonNode> about = lines(product).filter(line -> ids.stream().anyMatch(line.toString()::contains))
                    .toList();

            assertThat(about).isNotEmpty()
                    .allSatisfy(line -> assertThat(line.path("account").asString("")).as(line.toString())
                            .isEqualTo(account))
                    .allSatisfy(line -> assertThat(line.path("call").asString("")).as(line.toString()).isEqualTo(call));
            assertThat(about).extracting(line -> line.get("message").asString().replaceFirst(" .*", ""))
                    .contains("call.started", "call.answered", "call.completed");
            assertThat(lines(product)).allSatisfy(line -> assertThat(line.toString())
                    .doesNotContain("a-token-for-the-end-to-end-tests-only"));
        }
    }

    private void serve(RunningProduct product, Center center, int agentPort) {
        try (MenuKeys keys = MenuKeys.pressing(1);
                Sipp _ = Sipp.start(folder.resolve("agent"), "agent-hangs-up", product.sipPort(), "-p",
                        Integer.toString(agentPort), "-d", "500");
                Sipp caller = Sipp.start(folder.resolve("caller"), "caller-waits", product.sipPort(), "-s",
                        center.number(), "-m", "1", "-key", "rtp", Integer.toString(keys.port()))) {
            Sipp.Result result = caller.await(60);
            assertThat(result.exitCode()).as(result.output() + product.logTail()).isZero();
        }
        await().atMost(Duration.ofSeconds(40)).until(() -> Census.of(product.api()).held().isEmpty());
    }

    /** The first lines come from the virtual machine itself, which knows no format. */
    private static Stream<JsonNode> lines(RunningProduct product) {
        return product.log()
                .stream()
                .filter(line -> line.startsWith("{"))
                .map(line -> Objects.requireNonNull(JsonMapper.shared().readTree(line)));
    }
}
