package org.jackfield.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** {@code --demo}: callers and agents who use the product from outside, twice on the same data. */
class DemoIT {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Map<String, String> ACCOUNT = Map.of("JACKFIELD_ACCOUNT_SID", SID, "JACKFIELD_AUTH_TOKEN",
            TOKEN, "JACKFIELD_DRAIN_TIME", "10s", "JACKFIELD_WORK_WRAP_UP_TIME", "2s");
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    @TempDir
    Path data = Path.of("");

    @Test
    void callersReachAgentsOrGiveUpAndNoCallFails() {
        Product product = Product.start(data, ACCOUNT, "--demo", "--demo-calls-per-minute=60");
        try (product) {
            Client client = new Client(product.ready().url(), SID, TOKEN);

            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                assertThat(items(client, "completed")).as("callers who talked").hasSizeGreaterThanOrEqualTo(3);
                assertThat(items(client, "canceled")).as("callers who gave up").isNotEmpty();
            });

            assertThat(inboundCalls(client)).isNotEmpty()
                    .extracting(call -> call.path("status").asString())
                    .containsOnly("completed", "in-progress");
            product.terminate();
            assertThat(product.exitCode()).as(product.log()).isZero();
        }
        assertThat(product.log()).doesNotContain(" ERROR ");
        usesTheSameNumberAndAgentsAfterARestart();
    }

    private void usesTheSameNumberAndAgentsAfterARestart() {
        try (Product again = Product.start(data, ACCOUNT, "--demo")) {
            Client client = new Client(again.ready().url(), SID, TOKEN);
            await().atMost(PATIENCE).until(() -> again.log().contains("demo: callers ring"));

            assertThat(client.get("/v1/Workspaces").expect(200).json().path("workspaces")).hasSize(1);
            assertThat(client.get(workspace(client) + "/Workers").expect(200).json().path("workers")).hasSize(4);
            assertThat(client.get(client.account("/IncomingPhoneNumbers.json"))
                    .expect(200)
                    .json()
                    .path("incoming_phone_numbers")).hasSize(1);
        }
    }

    private static String workspace(Client client) {
        return client.get("/v1/Workspaces").expect(200).json().at("/workspaces/0/url").asString();
    }

    private static List<JsonNode> items(Client client, String status) {
        if (client.get("/v1/Workspaces").expect(200).json().path("workspaces").isEmpty()) {
            return List.of();
        }
        return client.get(workspace(client) + "/Tasks?PageSize=1000")
                .expect(200)
                .json()
                .path("tasks")
                .valueStream()
                .filter(task -> task.path("assignment_status").asString().equals(status))
                .toList();
    }

    private static List<JsonNode> inboundCalls(Client client) {
        return client.get(client.account("/Calls.json?PageSize=1000"))
                .expect(200)
                .json()
                .path("calls")
                .valueStream()
                .filter(call -> call.path("direction").asString().equals("inbound"))
                .toList();
    }
}
