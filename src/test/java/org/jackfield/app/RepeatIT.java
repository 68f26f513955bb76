package org.jackfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests with an Idempotency-Key on the packaged product. */
class RepeatIT {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final int DUPLICATES = 30;

    @TempDir
    private static Path data = Path.of("");
    private static Product product;
    private static Client client;

    @BeforeAll
    static void start() {
        product = Product.start(data, Map.of("JACKFIELD_ACCOUNT_SID", SID, "JACKFIELD_AUTH_TOKEN", TOKEN));
        client = new Client(product.ready().url(), SID, TOKEN);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void answersRepeatWithTheFirstAnswerAndItsSecret() {
        Client.Answer first = post("a", client.account("/Keys.json"), "FriendlyName=once").expect(201);
        Client.Answer again = post("a", client.account("/Keys.json"), "FriendlyName=once").expect(201);

        assertThat(again.text()).isEqualTo(first.text());
        assertThat(first.response().headers().firstValue("Idempotent-Replayed")).isEmpty();
        assertThat(again.response().headers().firstValue("Idempotent-Replayed")).contains("true");
        assertThat(count("/Keys.json", "keys", "once")).isEqualTo(1);
        client.as(again.field("sid"), again.field("secret")).get(client.account("/Keys.json")).expect(200);
    }

    @Test
    void makesOneThingOfConcurrentDuplicates() throws Exception {
        List<Future<Client.Answer>> sent = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < DUPLICATES; i++) {
                sent.add(threads.submit(
                        () -> post("storm", client.account("/IncomingPhoneNumbers.json"), "AreaCode=208")));
            }
        }

        List<String> answers = new ArrayList<>();
        for (Future<Client.Answer> answer : sent) {
            answers.add(answer.get().expect(201).text());
        }
        assertThat(answers).hasSize(DUPLICATES).containsOnly(answers.getFirst());
        assertThat(client.get(client.account("/IncomingPhoneNumbers.json")).expect(200).text().split("\\+1208", -1))
                .as("number and friendly name of one entry")
                .hasSize(3);
    }

    @Test
    void refusesAnotherRequestUnderTheSameKey() {
        post("b", client.account("/Keys.json"), "FriendlyName=mine").expect(201);

        assertThat(
                post("b", client.account("/Keys.json"), "FriendlyName=other").expect(422).json().path("code").asInt())
                .isEqualTo(20422);
        post("b", "/v1/Workspaces", "FriendlyName=mine").expect(422);
        post("two words", client.account("/Keys.json"), "FriendlyName=mine").expect(400);
        assertThat(count("/Keys.json", "keys", "other")).isZero();
    }

    @Test
    void keepsNothingOfWhatWasRefused() {
        post("c", client.account("/Keys.json"), "FriendlyName=" + "x".repeat(65)).expect(400);

        post("c", client.account("/Keys.json"), "FriendlyName=fits").expect(201);

        assertThat(count("/Keys.json", "keys", "fits")).isEqualTo(1);
    }

    @Test
    void keepsKeysOfAccountsApart() {
        Client.Answer sub = client.post("/2010-04-01/Accounts.json").expect(201);
        Client other = client.as(sub.field("sid"), sub.field("auth_token"));
        String first = post("d", "/v1/Workspaces", "FriendlyName=W").expect(201).field("account_sid");

        String second = other.send(other.request("/v1/Workspaces")
                .header("Idempotency-Key", "d")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("FriendlyName=W"))).expect(201).field("account_sid");

        assertThat(first).isEqualTo(SID);
        assertThat(second).isEqualTo(other.sid());
    }

    @Test
    void deploysFlowOnceAndCallsOnce() throws Exception {
        String model = new String(Objects.requireNonNull(getClass().getResourceAsStream("/jackfield/flows/hello.bpmn"))
                .readAllBytes(), StandardCharsets.UTF_8).replace("\"hello\"", "\"once\"");
        for (int i = 0; i < 2; i++) {
            assertThat(client.send(client.request("/jackfield/v1/flows")
                    .header("Idempotency-Key", "e")
                    .header("Content-Type", "application/xml")
                    .POST(BodyPublishers.ofString(model))).expect(201).json().path("version").asInt()).isEqualTo(1);
        }
        String body = "To=%2B15555550199&From=%2B15555550198&Url=flow%3Aonce";
        String call = post("f", client.account("/Calls.json"), body).expect(201).field("sid");

        assertThat(post("f", client.account("/Calls.json"), body).expect(201).field("sid")).isEqualTo(call);
        assertThat(client.get(client.account("/Calls.json?From=%2B15555550198&To=%2B15555550199"))
                .expect(200)
                .json()
                .path("calls")
                .valueStream()
                .filter(entry -> entry.path("direction").asString().equals("outbound-api"))).hasSize(1);
    }

    private static long count(String list, String key, String name) {
        return client.get(client.account(list + "?PageSize=1000"))
                .expect(200)
                .json()
                .path(key)
                .valueStream()
                .filter(entry -> entry.path("friendly_name").asString().equals(name))
                .count();
    }

    private static Client.Answer post(String key, String path, String form) {
        return client.send(client.request(path)
                .header("Idempotency-Key", key)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }
}
