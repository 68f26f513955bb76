package org.jackfield.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Work distribution over HTTP on the packaged product; every answer is checked against the OpenAPI document. */
class WorkApiIT {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String NOWHERE = "0".repeat(32);

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
    void setsUpMediaAndTheSharesOfWorkers() {
        String workspace = client.post("/v1/Workspaces", "FriendlyName", "Media", "Template", "FIFO",
                "PrioritizeQueueOrder", "LIFO").expect(201).field("url");
        Client.Answer fax = client.post(workspace + "/TaskChannels", "FriendlyName", "Fax", "UniqueName", "fax")
                .expect(201);
        String worker = client.post(workspace + "/Workers", "FriendlyName", "ann").expect(201).field("url");

        client.post(workspace + "/TaskChannels", "FriendlyName", "Fax", "UniqueName", "FAX").expect(409);
        assertThat(client.get(workspace + "/TaskChannels?PageSize=3").expect(200).json().path("channels")).hasSize(3);
        assertThat(client.post(fax.field("url"), "FriendlyName", "Telefax").expect(200).field("friendly_name"))
                .isEqualTo("Telefax");
        Client.Answer share = client.post(worker + "/Channels/fax", "Capacity", "3", "Available", "false").expect(200);
        assertThat(client.get(share.field("url")).expect(200).text()).isEqualTo(share.text());
        assertThat(share.json().path("configured_capacity").asInt()).isEqualTo(3);
        assertThat(client.get(worker + "/Channels").expect(200).json().path("channels")).hasSize(7);
        client.post(worker + "/Channels/fax", "Capacity", "51").expect(400);
        client.get(worker + "/Channels/WC" + NOWHERE).expect(404);
        Client.Answer task = client.post(workspace + "/Tasks", "TaskChannel", "fax").expect(201);
        assertThat(task.field("task_channel_sid")).isEqualTo(fax.field("sid"));
        client.post(workspace + "/Tasks", "TaskChannel", "pigeon").expect(400);
        client.delete(fax.field("url")).expect(409);
        client.delete(task.field("url")).expect(204);
        client.delete(fax.field("url")).expect(204);
        client.delete(workspace + "/TaskChannels/voice").expect(409);
        assertThat(client.get(workspace).expect(200).field("prioritize_queue_order")).isEqualTo("LIFO");
    }

    @Test
    void changesOnlyWhatTheClientHasSeen() {
        String workspace = client.post("/v1/Workspaces", "FriendlyName", "Tags", "Template", "FIFO")
                .expect(201)
                .field("url");
        String task = client.post(workspace + "/Tasks", "Attributes", "{\"a\":1}").expect(201).field("url");
        String worker = client.post(workspace + "/Workers", "FriendlyName", "ann").expect(201).field("url");

        for (String url : List.of(task, worker)) {
            String seen = client.get(url).expect(200).response().headers().firstValue("ETag").orElseThrow();
            changeIf(url, seen).expect(200);
            assertThat(changeIf(url, seen).expect(412).json().path("code").asInt()).isEqualTo(20412);
            changeIf(url, "*").expect(200);
        }
        client.post(task, "AssignmentStatus", "canceled", "Priority", "1").expect(400);
        client.post(workspace + "/Tasks", "VirtualStartTime", "2999-01-01T00:00:00Z").expect(400);
    }

    private static Client.Answer changeIf(String url, String tag) {
        return client.send(client.request(url)
                .header("If-Match", tag)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("Attributes=%7B%22a%22%3A2%7D")));
    }

    @Test
    void refusesInstructionsThatDoNotFit() {
        String workspace = client.post("/v1/Workspaces", "FriendlyName", "Told", "Template", "FIFO")
                .expect(201)
                .field("url");
        client.post(workspace + "/Workers", "FriendlyName", "ann", "ActivitySid",
                client.get(workspace + "/Activities?Available=true").json().at("/activities/0/sid").asString())
                .expect(201);
        String task = client.post(workspace + "/Tasks", "Attributes", "{}").expect(201).field("url");
        JsonNode offer = await().until(() -> client.get(task + "/Reservations").json().at("/reservations/0"),
                found -> !found.isMissingNode());
        String url = offer.path("url").asString();

        client.post(url).expect(400);
        client.post(url, "Instruction", "dance").expect(400);
        client.post(url, "Instruction", "dequeue").expect(409);
        client.post(url, "Instruction", "conference").expect(409);
        client.post(url, "Instruction", "dequeue", "DequeueTo", "+15555550100").expect(409);
        client.post(url, "Instruction", "dequeue", "DequeueStatusCallbackUrl", "https://example.org/").expect(400);
        client.post(url, "Instruction", "call", "CallTimeout", "601", "CallFrom", "+15555550100", "CallTo",
                "+15555550101", "CallUrl", "flow:hello").expect(400);
        assertThat(client.post(url, "Instruction", "redirect").expect(400).json().path("code").asInt())
                .isEqualTo(40140);
        assertThat(client.post(url, "Instruction", "call", "CallTo", "+15555550100")
                .expect(400)
                .json()
                .path("code")
                .asInt()).isEqualTo(40138);
        client.post(url, "ReservationStatus", "completed").expect(409);
        assertThat(client.post(url, "ReservationStatus", "rejected").expect(200).field("reservation_status"))
                .isEqualTo("rejected");
    }
}
