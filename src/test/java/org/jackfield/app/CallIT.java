package org.jackfield.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jackfield.connectors.media.RtpPeer;
import org.jackfield.connectors.media.Tones;
import org.jackfield.connectors.rtp.Codec;
import org.jackfield.connectors.speech.FreeTtsSynthesizer;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.media.SpeechSynthesizer.Utterance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Real calls by SIPp to numbers that run the shipped flows: what is heard, which queue is reached, what remains. */
class CallIT {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final int SECOND = Sound.SAMPLES_PER_SECOND;
    private static final int KEY_EVENTS = 101;

    @TempDir
    private static Path data = Path.of("");
    private static Product product;
    private static Client client;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void start() {
        product = Product.start(data, Map.of("JACKFIELD_ACCOUNT_SID", SID, "JACKFIELD_AUTH_TOKEN", TOKEN));
        client = new Client(product.ready().url(), SID, TOKEN);
        String workspace = client.post("/v1/Workspaces", "FriendlyName", "Center").expect(201).field("url");
        client.post(workspace + "/TaskQueues", "FriendlyName", "sales").expect(201);
        client.post(workspace + "/TaskQueues", "FriendlyName", "support").expect(201);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void hearsTheSentenceOfTheFlowThatTheNumberRuns() throws Exception {
        assign("+15555550100", "flow:hello");

        try (RtpPeer ear = RtpPeer.open(Codec.PCMU, 7);
                SippCaller caller = SippCaller.call(product.ready(), "+15555550100", ear.local().getPort(), folder)) {
            assertThat(caller.result()).isZero();

            assertThat(Tones.correlation(ear.heard(), middle("Hello. This call is a process instance.")))
                    .isGreaterThan(0.9);
            assertThat(Tones.correlation(ear.heard(), middle("Welcome to our contact center."))).isLessThan(0.6);
        }
        JsonNode call = onlyCall("+15555550100");
        assertThat(call.path("status").asString()).isEqualTo("completed");
        assertThat(call.path("direction").asString()).isEqualTo("inbound");
    }

    @Test
    void reachesTheQueueOfTheDigitAndCancelsTheWorkItemOnHangUp() throws Exception {
        assign("+15555550101", "flow:welcome");
        assign("+15555550102", "flow:welcome");

        assertThat(queueReached("+15555550101", 1)).isEqualTo("sales");
        assertThat(queueReached("+15555550102", 2)).isEqualTo("support");
    }

    /** Calls, presses the key, waits for the work item, hangs the call up by the API. */
    private String queueReached(String number, int key) throws Exception {
        try (RtpPeer phone = RtpPeer.open(Codec.PCMU, key);
                SippCaller caller = SippCaller.call(product.ready(), number, phone.local().getPort(), folder)) {
            await().atMost(PATIENCE).until(caller::mediaPortOfPeer, port -> port > 0);
            InetSocketAddress peer = new InetSocketAddress(InetAddress.getLoopbackAddress(),
                    caller.mediaPortOfPeer());
            phone.sendTo(peer, Sound.of(new short[SECOND]));
            String call = onlyCall(number).path("sid").asString();
            await().atMost(PATIENCE).pollInterval(Duration.ofMillis(500)).until(() -> {
                phone.press(KEY_EVENTS, key);
                return !taskOf(call).isMissingNode();
            });
            JsonNode task = taskOf(call);
            phone.forget();
            await().atMost(PATIENCE).until(() -> phone.heard().length > 2 * SECOND);
            assertThat(energy(phone.heard())).as("music while waiting").isGreaterThan(100);

            client.post(client.account("/Calls/" + call + ".json"), "Status", "completed").expect(200);

            assertThat(caller.result()).isZero();
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(taskOf(call).path("assignment_status").asString()).isEqualTo("canceled"));
            assertThat(onlyCall(number).path("status").asString()).isEqualTo("completed");
            return task.path("task_queue_friendly_name").asString();
        }
    }

    private static JsonNode taskOf(String call) {
        String workspace = client.get("/v1/Workspaces").expect(200).json().at("/workspaces/0/url").asString();
        return client.get(workspace + "/Tasks")
                .expect(200)
                .json()
                .path("tasks")
                .valueStream()
                .filter(task -> task.toString().contains(call))
                .findFirst()
                .orElse(tools.jackson.databind.node.MissingNode.getInstance());
    }

    private static JsonNode onlyCall(String number) {
        JsonNode calls = client.get(client.account("/Calls.json?To=" + number.replace("+", "%2B")))
                .expect(200)
                .json()
                .path("calls");
        assertThat(calls).hasSize(1);
        return calls.get(0);
    }

    private static void assign(String number, String flow) {
        client.post(client.account("/IncomingPhoneNumbers.json"), "PhoneNumber", number, "VoiceUrl", flow).expect(201);
    }

    /** One second from the middle of the spoken sentence. */
    private static short[] middle(String sentence) {
        short[] spoken = Tones.samples(
                new FreeTtsSynthesizer(1, Clock.systemUTC()).speak(new Utterance(sentence, "en-US", "")));
        int from = (spoken.length - SECOND) / 2;
        return Arrays.copyOfRange(spoken, from, from + SECOND);
    }

    private static double energy(short[] samples) {
        double sum = 0;
        for (short sample : samples) {
            sum += Math.abs((double) sample);
        }
        return sum / samples.length;
    }
}
