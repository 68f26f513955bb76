package org.jackfield.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jackfield.engine.peer.Peers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** SIGTERM with a call up: not ready any more, no new calls, the running one goes on to its end, what was acknowledged stays. */
class DrainIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder = Path.of("target");

    @BeforeEach
    void needsSipp() {
        Peers.require("sipp");
    }

    @Test
    void letsTheRunningCallEndWhenAskedToStop() throws Exception {
        try (RunningProduct product = start("30s"); DatagramSocket ears = ears()) {
            String number = deploy(product.api());
            try (Sipp caller = call(product, "caller-waits", number, ears)) {
                awaitAnswered(product.api());

                CompletableFuture<Integer> stopped = CompletableFuture.supplyAsync(product::stop);
                await().atMost(PATIENCE)
                        .until(() -> product.api().tryGet("/actuator/health/readiness").status() == 503);
                Sipp.Result refused = call(product, "caller-refused", number, ears).await(20);
                Api.Answer refusedByApi = product.api()
                        .tryPost(product.api().accountPath("/Calls.json"), "From", number, "To", number, "Url",
                                "flow:drained");
                String workspace = product.api().post("/v1/Workspaces", "FriendlyName", "late").get("sid").asString();
                Sipp.Result served = caller.await(40);

                assertThat(refused.exitCode()).as(refused.output() + product.logTail()).isZero();
                assertThat(refusedByApi.status()).as(refusedByApi.body().toString()).isEqualTo(503);
                assertThat(served.exitCode()).as(served.output() + product.logTail()).isZero();
                assertThat(stopped.get(60, TimeUnit.SECONDS)).isZero();
                theNextStartFinds(workspace);
            }
        }
    }

    /** The call ended by its flow's own path, and what the API acknowledged while draining is there. */
    private void theNextStartFinds(String workspace) {
        try (RunningProduct again = start("30s")) {
            JsonNode call = onlyCall(again.api());
            assertThat(call.get("status").asString()).isEqualTo("completed");
            assertThat(again.api().get("/v1/Workspaces/" + workspace).get("friendly_name").asString())
                    .isEqualTo("late");
            assertThat(Census.of(again.api()).held()).isEmpty();
        }
    }

    @Test
    void hangsUpWhenTheCallOutlivesTheDrainTime() throws Exception {
        try (RunningProduct product = start("1s"); DatagramSocket ears = ears()) {
            String number = deploy(product.api());
            try (Sipp caller = call(product, "caller-waits", number, ears)) {
                awaitAnswered(product.api());

                int code = product.stop();

                assertThat(code).isZero();
                Sipp.Result hungUp = caller.await(20);
                assertThat(hungUp.exitCode()).as(hungUp.output() + product.logTail()).isZero();
            }
        }
        try (RunningProduct again = start("1s")) {
            assertThat(onlyCall(again.api()).get("status").asString()).isEqualTo("completed");
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(Census.of(again.api()).held()).isEmpty());
        }
    }

    private RunningProduct start(String drainTime) {
        return RunningProduct.start(folder.resolve("data"), Map.of("JACKFIELD_DRAIN_TIME", drainTime));
    }

    private static DatagramSocket ears() throws IOException {
        return new DatagramSocket(0, InetAddress.getLoopbackAddress());
    }

    private Sipp call(RunningProduct product, String scenario, String number, DatagramSocket ears) {
        return Sipp.start(folder.resolve(scenario), scenario, product.sipPort(), "-s", number, "-m", "1", "-key", "rtp",
                Integer.toString(ears.getLocalPort()));
    }

    private static void awaitAnswered(Api api) {
        await().atMost(PATIENCE).until(() -> onlyCall(api).path("status").asString("").equals("in-progress"));
    }

    private static JsonNode onlyCall(Api api) {
        return api.get(api.accountPath("/Calls.json")).at("/calls/0");
    }

    private static String deploy(Api api) throws IOException {
        try (InputStream model = Objects.requireNonNull(DrainIT.class.getResourceAsStream("/flows/drained.bpmn"))) {
            api.postXml("/jackfield/v1/flows", new String(model.readAllBytes(), StandardCharsets.UTF_8));
        }
        String number = api.get(api.accountPath("/AvailablePhoneNumbers/US/Local.json?PageSize=1"))
                .at("/available_phone_numbers/0/phone_number")
                .asString();
        api.post(api.accountPath("/IncomingPhoneNumbers.json"), "PhoneNumber", number, "VoiceUrl", "flow:drained");
        return number;
    }
}
