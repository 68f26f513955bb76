package org.jackfield.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.Map;
import org.jackfield.engine.work.table.DmnTable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Routing policies drawn as tables, over HTTP on the packaged product; every answer is checked against the OpenAPI document. */
class DecisionTableIT {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    private static Path data = Path.of("");
    private static Product product;
    private static Client client;
    private static int centers;

    private String workspace = "";
    private String dutch = "";
    private String rest = "";

    @BeforeAll
    static void start() {
        product = Product.start(data, Map.of("JACKFIELD_ACCOUNT_SID", SID, "JACKFIELD_AUTH_TOKEN", TOKEN));
        client = new Client(product.ready().url(), SID, TOKEN);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @BeforeEach
    void openACenter() {
        workspace = client.post("/v1/Workspaces", "FriendlyName", "center " + ++centers).expect(201).field("sid");
        dutch = queue("dutch", "languages HAS 'nl'");
        rest = queue("rest", "1 == 1");
    }

    @Test
    void goesFromDrawingThroughRefusalAndPreviewToTheNextTask() {
        worker("ann", "{\"languages\":[\"en\"]}");
        JsonNode refused = client.postXml(own("/decision-tables"), byLanguage().xml()).expect(422).json();
        JsonNode problem = refused.at("/errors/0");
        assertThat(problem.get("row").asInt()).isEqualTo(1);
        assertThat(problem.get("code").asString()).isEqualTo("NOBODY");
        assertThat(problem.get("cause").asString()).contains("0 of 1 workers match", "languages HAS 'nl'");
        worker("bob", "{\"languages\":[\"nl\"]}");

        JsonNode saved = client.postXml(own("/decision-tables"), byLanguage().xml()).expect(201).json();
        String policy = saved.get("sid").asString();
        String task = task(policy, "nl");

        assertThat(queueOf(task)).isEqualTo(dutch);
        assertThat(client.get(table(policy)).expect(200).text()).isEqualTo(byLanguage().xml());
        assertThat(client.get(own("/routing-policies")).expect(200).json().at("/policies/0/decision_table").asBoolean())
                .isTrue();

        DmnTable changed = columns().row("\"en\"", "\"dutch\"").row("-", "\"rest\"");
        JsonNode preview = client.postXml(own("/decision-tables/preview?days=1&policy=" + policy), changed.xml())
                .expect(200)
                .json();
        assertThat(preview.get("looked_at").asInt()).isEqualTo(1);
        assertThat(preview.at("/fates/other_queue").asInt()).isEqualTo(1);
        assertThat(preview.at("/differences/0/work_item").asString()).isEqualTo(task);
        assertThat(preview.at("/differences/0/was/name").asString()).isEqualTo("dutch");
        assertThat(preview.at("/differences/0/would_be/name").asString()).isEqualTo("rest");

        JsonNode replaced = put(policy, changed).expect(200).json();
        assertThat(replaced.get("version").asInt()).isEqualTo(2);
        assertThat(queueOf(task(policy, "nl"))).isEqualTo(rest);
        assertThat(queueOf(task(policy, "en"))).isEqualTo(dutch);
    }

    @Test
    void namesRowColumnCauseAndRemedyOfEveryProblem() {
        worker("ann", "{}");
        DmnTable wrong = columns().row("nl", "\"nowhere\"").row("date(\"2026-01-01\")", "\"rest\"");

        JsonNode errors = client.postXml(own("/decision-tables"), wrong.xml()).expect(422).json().get("errors");

        assertThat(errors).hasSize(3)
                .extracting(error -> error.get("row").asInt() + " " + error.get("column").asString() + " "
                        + error.get("code").asString())
                .containsExactlyInAnyOrder("1 task.language TEXT_UNQUOTED", "1 queue UNKNOWN_QUEUE",
                        "2 task.language TEST_UNKNOWN");
        assertThat(errors).allSatisfy(error -> assertThat(error.get("remedy").asString()).isNotBlank());
        client.postXml(own("/decision-tables/preview"), "<no").expect(422);
        client.postXml(own("/decision-tables/preview?days=91"), byLanguage().xml()).expect(400);
    }

    @Test
    void isShownAsADocumentToSdksAndLosesItsTableWhenTheySaveOne() {
        JsonNode noWorkers = client.postXml(own("/decision-tables"), byLanguage().xml()).expect(422).json();
        assertThat(noWorkers.at("/errors/0/code").asString()).isEqualTo("NO_WORKERS");
        String policy = client.postXml(own("/decision-tables?without_workers=true"), byLanguage().xml())
                .expect(201)
                .field("sid");
        String workflow = "/v1/Workspaces/" + workspace + "/Workflows/" + policy;

        assertThat(client.get(workflow).expect(200).field("configuration")).contains("task.language == 'nl'", dutch);
        client.post(workflow, "FriendlyName", "renamed").expect(200);
        client.get(table(policy)).expect(200);
        client.post(workflow, "Configuration", "{\"task_routing\":{\"default_filter\":{\"queue\":\"rest\"}}}")
                .expect(200);

        client.get(table(policy)).expect(404);
        client.postXml(own("/decision-tables?without_workers=true"), DmnTable.named("renamed", "FIRST")
                .output("queue", "")
                .row("\"rest\"")
                .xml()).expect(409);
    }

    private static DmnTable columns() {
        return DmnTable.ofLanguages();
    }

    private static DmnTable byLanguage() {
        return columns().row("\"nl\"", "\"dutch\"").row("-", "\"rest\"");
    }

    private String own(String path) {
        return "/jackfield/v1/workspaces/" + workspace + path;
    }

    private String table(String policy) {
        return own("/routing-policies/" + policy + "/decision-table");
    }

    private Client.Answer put(String policy, DmnTable drawn) {
        return client.send(client.request(table(policy))
                .header("Content-Type", "application/xml")
                .PUT(BodyPublishers.ofString(drawn.xml())));
    }

    private String queue(String name, String workers) {
        return client.post("/v1/Workspaces/" + workspace + "/TaskQueues", "FriendlyName", name, "TargetWorkers",
                workers).expect(201).field("sid");
    }

    private void worker(String name, String attributes) {
        client.post("/v1/Workspaces/" + workspace + "/Workers", "FriendlyName", name, "Attributes", attributes)
                .expect(201);
    }

    private String task(String policy, String language) {
        return client.post("/v1/Workspaces/" + workspace + "/Tasks", "WorkflowSid", policy, "Attributes",
                "{\"language\":\"" + language + "\"}").expect(201).field("sid");
    }

    private String queueOf(String task) {
        return client.get("/v1/Workspaces/" + workspace + "/Tasks/" + task).expect(200).field("task_queue_sid");
    }
}
