package org.jackfield.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Conversations and labels over HTTP on the packaged product; every answer is checked against the OpenAPI document. */
class ConversationIT {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ALL = "/jackfield/v1/conversations";
    private static final String LABELS = "/jackfield/v1/labels";

    @TempDir
    private static Path data = Path.of("");
    private static Product product;
    private static Client main;

    @BeforeAll
    static void start() {
        product = Product.start(data, Map.of("JACKFIELD_ACCOUNT_SID", SID, "JACKFIELD_AUTH_TOKEN", TOKEN));
        main = new Client(product.ready().url(), SID, TOKEN);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void goesFromTranscriptToFindingsAndIsErased() {
        Client client = Tenant.empty(main, "findings").client();
        put(client, "rate_quoted",
                "{\"label\": \"rate_quoted\", \"speaker\": \"agent\", \"when\": {\"say\": [\"rate\"], "
                        + "\"near\": \"{percent}\", \"words\": 6}}")
                .expect(200);

        JsonNode kept = client
                .postJson(ALL,
                        """
                                {"call_sid": "CA0123", "started": "2024-05-15T12:00:00Z", "turns": [
                                 {"speaker": "agent", "text": "your rate is three point two five percent", "start_ms": 0, "end_ms": 2500},
                                 {"speaker": "customer", "text": "great, my pin is four four two one", "start_ms": 3000, "end_ms": 5000}]}
                                """)
                .expect(201)
                .json();
        String path = ALL + "/" + kept.path("sid").asString();

        assertThat(client.get(path).expect(200).json()).isEqualTo(kept);
        assertThat(kept.at("/turns/1/text").asString()).isEqualTo("great, my pin is [pin]");
        assertThat(kept.at("/redaction/silences/0/start_ms").asInt()).isEqualTo(3000);
        assertThat(kept.at("/labels/0/label").asString()).isEqualTo("rate_quoted");
        assertThat(kept.at("/labels/0/evidence/0/turn").asInt()).isZero();
        assertThat(kept.at("/values/0/value").asString()).isEqualTo("3.25");
        assertThat(client.get(ALL + "?call=CA0123&label=rate_quoted&from=2024-05-15&before=2024-05-16")
                .expect(200)
                .json()
                .at("/conversations/0/sid")
                .asString()).isEqualTo(kept.path("sid").asString());

        client.delete("/jackfield/v1/calls/CA0124/conversations").expect(404);
        client.delete("/jackfield/v1/calls/CA0123/conversations").expect(204);
        client.get(path).expect(404);
        client.delete(path).expect(404);
    }

    @Test
    void keepsWhatPeopleSayOfLabels() {
        Client client = Tenant.empty(main, "reviews").client();
        String path = ALL + "/"
                + client.postJson(ALL, "{\"turns\": [{\"speaker\": \"agent\", \"text\": \"three percent\"}]}")
                        .expect(201)
                        .field("sid");

        assertThat(client.post(path + "/reviews", "turn", "0", "label", "rate_quoted", "verdict", "reject")
                .expect(201)
                .json()
                .path("accepted")
                .asBoolean()).isFalse();
        client.post(path + "/reviews", "turn", "7", "label", "rate_quoted", "verdict", "accept").expect(400);
        client.post(path + "/reviews", "turn", "0", "label", "rate_quoted", "verdict", "maybe").expect(400);
        assertThat(client.get(path).expect(200).json().at("/reviews/0/label").asString()).isEqualTo("rate_quoted");
    }

    @Test
    void pagesToTheEndWhenThereAreMany() {
        Client client = Tenant.empty(main, "pages").client();
        for (int n = 0; n < 5; n++) {
            client.postJson(ALL, "[{\"channel\": 1, \"start\": 0, \"end\": 1, \"text\": \"hello " + n + "\"}]")
                    .expect(201);
        }

        JsonNode first = client.get(ALL + "?size=3").expect(200).json();
        JsonNode second = client.get(ALL + "?size=3&after=" + first.path("next").asString()).expect(200).json();

        assertThat(first.path("conversations")).hasSize(3);
        assertThat(second.path("conversations")).hasSize(2);
        assertThat(second.path("next").isNull()).isTrue();
    }

    @Test
    void labelsTheArchiveAnewAndSaysHowFarItIs() {
        Client client = Tenant.empty(main, "archive").client();
        for (int n = 0; n < 10; n++) {
            client.postJson(ALL, "{\"turns\": [{\"speaker\": \"agent\", \"text\": \"" + (n < 4
                    ? "i can waive that fee"
                    : "nothing") + "\"}]}").expect(201);
        }
        String waived = "{\"label\": \"fee_waived\", \"speaker\": \"agent\", \"when\": \"waive ...3 fee\"}";

        JsonNode preview = client.postJson(LABELS + "/preview", waived).expect(200).json();
        assertThat(preview.path("matching").asInt()).isEqualTo(4);
        assertThat(preview.path("looked_at").asInt()).isEqualTo(10);
        assertThat(preview.at("/examples/0/text").asString()).isEqualTo("i can waive that fee");
        assertThat(client.get(LABELS + "/relabelling").expect(200).json().path("total").asInt()).isZero();

        assertThat(put(client, "fee_waived", waived).expect(200).json().at("/definition/when").asString())
                .isEqualTo("waive ...3 fee");
        JsonNode done = await().atMost(PATIENCE)
                .until(() -> client.get(LABELS + "/relabelling").expect(200).json(),
                        progress -> !progress.path("finished").isNull());

        assertThat(done.path("done").asInt()).isEqualTo(10);
        assertThat(client.get(ALL + "?label=fee_waived").expect(200).json().path("conversations")).hasSize(4);
        client.delete(LABELS + "/fee_waived").expect(204);
        client.get(LABELS + "/fee_waived").expect(404);
        await().atMost(PATIENCE)
                .until(() -> client.get(ALL + "?label=fee_waived").expect(200).json().path("conversations").isEmpty());
    }

    @Test
    void refusesWhatIsWrongAndSaysWhatToDo() {
        Client client = Tenant.empty(main, "wrong").client();

        JsonNode errors = put(client, "fee", "{\"label\": \"fee\", \"when\": \"i (waive\"}").expect(422).json();
        assertThat(errors.at("/errors/0/place").asString()).contains("fee");
        assertThat(errors.at("/errors/0/cause").asString()).contains("character");
        assertThat(errors.at("/errors/0/remedy").asString()).isNotEmpty();
        put(client, "other", "{\"label\": \"fee\", \"when\": \"waive\"}").expect(400);
        client.postJson(LABELS, "[]").expect(422);
        client.postJson(LABELS + "/preview", "no json").expect(422);
        assertThat(client.get(LABELS).expect(200).json().path("labels")).isEmpty();

        assertThat(client.postJson(ALL, "{\"turns\": []}").expect(400).text()).contains("nothing is said");
        client.postJson(ALL, "{\"turns\": [{\"speaker\": \"agent\", \"text\": \"" + "a".repeat(200_000) + "\"}]}")
                .expect(400);
        client.postJson(ALL, "{\"turns\": [{\"speaker\": \"agent\", \"text\": \"" + "a".repeat(2 << 20) + "\"}]}")
                .expect(413);
        client.get(ALL + "?size=0").expect(400);
    }

    @Test
    void changesWhatIsKept() {
        Client client = Tenant.empty(main, "kept").client();
        String settings = "/jackfield/v1/conversation-settings";
        assertThat(client.get(settings).expect(200).json().path("retention_days").isNull()).isTrue();

        client.post(settings, "retention_days", "90", "redact", "phone,email").expect(200);
        client.post(settings, "redact", "smell").expect(400);

        JsonNode now = client.get(settings).expect(200).json();
        assertThat(now.path("retention_days").asInt()).isEqualTo(90);
        assertThat(now.path("redact")).hasSize(2);
        assertThat(client
                .postJson(ALL, "{\"turns\": [{\"speaker\": \"customer\", \"text\": \"call me at 619 555 0182\"}]}")
                .expect(201)
                .json()
                .at("/turns/0/text")
                .asString()).isEqualTo("call me at [phone]");
    }

    @Test
    void leavesNoCardNumberInAnyFileWhenItIsToldOverThreeTurns() throws IOException {
        Client client = Tenant.empty(main, "card").client();

        client.postJson(ALL, """
                {"turns": [{"speaker": "agent", "text": "and the card number please"},
                 {"speaker": "customer", "text": "4929 7183"}, {"speaker": "agent", "text": "okay"},
                 {"speaker": "customer", "text": "6620"}, {"speaker": "agent", "text": "mhm"},
                 {"speaker": "customer", "text": "5534 xylophone"}]}
                """).expect(201);

        assertThat(filesWith("xylophone")).isNotEmpty();
        assertThat(filesWith("4929 7183")).isEmpty();
        assertThat(filesWith("5534 xylophone")).isEmpty();
        assertThat(product.log()).doesNotContain("4929", "7183");
    }

    private static List<Path> filesWith(String text) throws IOException {
        try (Stream<Path> files = Files.walk(data)) {
            return files.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList();
        }
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (IOException gone) {
            return false;
        }
    }

    private static Client.Answer put(Client client, String name, String json) {
        return client.send(client.request(LABELS + "/" + name)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(json)));
    }
}
