package org.jackfield.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jackfield.connectors.speech.FreeTtsSynthesizer;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.media.SpeechSynthesizer.Utterance;
import org.jackfield.engine.peer.Peers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The first phone call: SIPp calls a number that runs the shipped flow {@code welcome}, hears the sentence, presses a key,
 * waits with music, talks with an agent whose phone (baresip) registered with digest; the agent hangs up; and call, legs,
 * work item, recording and events tell the same story.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WelcomeCallIT {

    private static final double CALLER_TONE = 440;
    private static final double AGENT_TONE = 1_100;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir
    static Path folder = Path.of("target");

    private RunningProduct product;
    private Center center;

    @BeforeAll
    void startProduct() {
        Peers.require("sipp");
        Peers.require("baresip");
        product = RunningProduct.start(folder.resolve("data"), Map.of());
        center = Center.running(product.api(), "welcome");
    }

    @AfterAll
    void stopProduct() {
        if (product != null) {
            product.close();
        }
    }

    @Test
    void callerAndAgentTalkAndAreRecordedWhenAgentAnswers() throws IOException {
        center.sipUser("alice", "a-Secret-of-alice-1");
        String alice = center.worker("alice", "sales", "sip:alice@127.0.0.1", false);
        Path tone = folder.resolve("tone.wav");
        ToneFile.write(tone, AGENT_TONE);

        try (BaresipPhone phone = BaresipPhone.start(folder.resolve("alice"),
                new BaresipPhone.Account("alice", "a-Secret-of-alice-1", product.sipPort(), tone));
                CallerMedia caller = CallerMedia.open(CALLER_TONE);
                Sipp call = Sipp.start(folder.resolve("caller"), "caller-waits", product.sipPort(), "-s",
                        center.number(), "-m", "1", "-key", "rtp", Integer.toString(caller.port()))) {
            await().atMost(PATIENCE).until(phone::isRegistered);
            awaitSentence(caller, "Welcome to our contact center.");
            awaitSentence(caller, "For sales, press one. For support, press two.");

            caller.press("1");
            await().atMost(PATIENCE).until(() -> itemsOf("sales").size() == 1);
            assertThat(itemsOf("sales").getFirst().get("assignment_status").asString()).isEqualTo("pending");

            center.setAvailable(alice, true);
            await().atMost(PATIENCE).until(phone::isTalking);
            int talkBegins = caller.heard().length;
            await().atMost(PATIENCE).until(() -> caller.heard().length > talkBegins + 3 * CallerMedia.RATE);
            phone.hangUp();
            Sipp.Result result = call.await(30);

            assertThat(result.exitCode()).as(result.output() + product.logTail()).isZero();
            bothHearTheOther(caller, talkBegins, phone);
        }
        recordsAgree();
    }

    private static void bothHearTheOther(CallerMedia caller, int talkBegins, BaresipPhone phone) throws IOException {
        short[] callerHeard = Arrays.copyOfRange(caller.heard(), talkBegins + CallerMedia.RATE / 2,
                talkBegins + 5 * CallerMedia.RATE / 2);
        assertThat(Hearing.bestShare(callerHeard, AGENT_TONE)).as("caller hears the agent").isGreaterThan(0.8);
        assertThat(Hearing.bestShare(callerHeard, CALLER_TONE)).as("caller hears himself").isLessThan(0.05);
        short[] agentHeard = Hearing.lastSeconds(Hearing.channel(Files.newInputStream(phone.heard()), 0), 2);
        assertThat(Hearing.bestShare(agentHeard, CALLER_TONE)).as("agent hears the caller").isGreaterThan(0.8);
        assertThat(Hearing.bestShare(agentHeard, AGENT_TONE)).as("agent hears himself").isLessThan(0.05);
    }

    private void recordsAgree() {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(itemsOf("sales").getFirst().get("assignment_status").asString())
                        .isEqualTo("completed"));
        List<JsonNode> legs = center.calls().stream().filter(call -> !call.get("parent_call_sid").isNull()).toList();
        assertThat(legs).hasSize(1);
        JsonNode leg = legs.getFirst();
        JsonNode root = center.calls()
                .stream()
                .filter(call -> call.get("sid").equals(leg.get("parent_call_sid")))
                .findFirst()
                .orElseThrow();
        JsonNode item = itemsOf("sales").getFirst();
        List<JsonNode> reservations = center.reservations(item.get("sid").asString());
        assertThat(reservations).hasSize(1);
        await().atMost(PATIENCE).until(() -> center.recordings().size() == 1);
        JsonNode recording = center.recordings().getFirst();
        try (EventFeed story = EventFeed.ofKey(product.api(), root.get("sid").asString())) {
            for (String last : List.of("recording.completed", "work-item.completed", "call.completed")) {
                story.await(last, event -> event.type().equals(last));
            }
            story.await("end of the caller's leg",
                    event -> event.is("call.completed", "call", root.get("sid").asString()));
            await().atMost(PATIENCE)
                    .untilAsserted(() -> new CallRecords(center.call(root), center.call(leg),
                            center.workItem(item.get("sid").asString()), reservations.getFirst(), recording,
                            story.seen()).agree());
        }
        byte[] wav = product.api()
                .download(product.api().accountPath("/Recordings/" + recording.get("sid").asString() + ".wav"));
        assertThat(Hearing.bestShare(Hearing.channel(new ByteArrayInputStream(wav), 0), CALLER_TONE))
                .isGreaterThan(0.8);
        assertThat(Hearing.bestShare(Hearing.channel(new ByteArrayInputStream(wav), 1), AGENT_TONE))
                .isGreaterThan(0.8);
    }

    @Test
    void callerWaitsInSupportWithMusicWhenPressingTwo() {
        try (CallerMedia caller = CallerMedia.open(CALLER_TONE);
                Sipp call = Sipp.start(folder.resolve("second"), "caller-hangs-up", product.sipPort(), "-s",
                        center.number(), "-m", "1", "-d", "12000", "-key", "rtp", Integer.toString(caller.port()))) {
            awaitSentence(caller, "For sales, press one. For support, press two.");
            caller.press("2");
            await().atMost(PATIENCE)
                    .until(() -> itemsOf("support").size() == 1);

            Sipp.Result result = call.await(40);

            assertThat(result.exitCode()).as(result.output() + product.logTail()).isZero();
            assertThat(Hearing.loudness(Hearing.lastSeconds(caller.heard(), 2))).as("music plays").isGreaterThan(100);
        }
        await().atMost(PATIENCE)
                .until(() -> itemsOf("support").getFirst().get("assignment_status").asString().equals("canceled"));
    }

    private List<JsonNode> itemsOf(String queue) {
        return center.workItems()
                .stream()
                .filter(item -> item.get("task_queue_friendly_name").asString().equals(queue))
                .toList();
    }

    private void awaitSentence(CallerMedia caller, String sentence) {
        short[] reference = spoken(sentence);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(Hearing.correlation(caller.heard(), reference)).as(product::logTail)
                        .isGreaterThan(0.8));
    }

    private static short[] spoken(String text) {
        Sound sound = new FreeTtsSynthesizer(1, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC))
                .speak(new Utterance(text, "en-US", ""));
        short[] samples = new short[sound.length()];
        sound.copy(0, samples, 0, samples.length);
        return samples;
    }
}
