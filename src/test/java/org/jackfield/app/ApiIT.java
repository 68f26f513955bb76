package org.jackfield.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The resources over HTTP on the packaged product; every answer is checked against the OpenAPI document. */
class ApiIT {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String NOWHERE = "0".repeat(32);
    private static final String NUMBERS = "/IncomingPhoneNumbers.json";

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
    void refusesEveryWrongSignInWithTheSameAnswer() {
        Set<String> answers = new HashSet<>();
        for (Client wrong : List.of(client.as(SID, "wrong"), client.as("AC" + "9".repeat(32), TOKEN),
                client.as("", ""), client.as("x".repeat(3_000), "y"))) {
            Client.Answer answer = wrong.get("/2010-04-01/Accounts/" + SID + ".json").expect(401);
            assertThat(answer.response().headers().firstValue("WWW-Authenticate")).hasValueSatisfying(
                    value -> assertThat(value).startsWith("Basic"));
            answers.add(answer.text());
        }
        assertThat(answers).hasSize(1);
        client.as(SID, "wrong").get("/jackfield/v1/events").expect(401);
        client.as(SID, "wrong").get("/actuator/prometheus").expect(401);
        client.as(SID, "wrong").get("/nothing/here").expect(401);
    }

    @Test
    void showsHealthOfEveryPartWithoutSigningIn() {
        JsonNode health = client.as("", "").get("/actuator/health").expect(200).json();

        assertThat(health.path("status").asString()).isEqualTo("UP");
        assertThat(health.path("components").propertyNames()).contains("database", "engine", "sip", "media", "events");
        client.as("", "").get("/actuator/health/readiness").expect(200);
        assertThat(client.get("/actuator/prometheus").expect(200).text()).contains("jvm_");
    }

    @Test
    void assignsChangesAndReleasesNumbers() {
        Client.Answer offered = client
                .get(client.account("/AvailablePhoneNumbers/US/Local.json?AreaCode=212&PageSize=1"));
        String wanted = offered.expect(200).json().at("/available_phone_numbers/0/phone_number").asString();
        Client.Answer made = client.post(client.account(NUMBERS), "PhoneNumber", wanted, "VoiceUrl", "flow:hello");
        String uri = made.expect(201).field("uri");

        assertThat(made.field("voice_url")).isEqualTo("flow:hello");
        assertThat(uri).startsWith("/2010-04-01/");
        client.post(client.account(NUMBERS), "PhoneNumber", wanted).expect(409);
        assertThat(client.post(uri, "FriendlyName", "Desk", "VoiceUrl", "flow:welcome")
                .expect(200)
                .field("voice_url")).isEqualTo("flow:welcome");
        assertThat(client.get("/api" + uri).expect(200).field("friendly_name")).isEqualTo("Desk");
        client.delete(uri).expect(204);
        client.get(uri).expect(404);
        client.delete(uri).expect(404);
    }

    @Test
    void refusesBadNumbersAddressesAndParameters() {
        String numbers = client.account(NUMBERS);

        assertThat(client.post(numbers, "PhoneNumber", "+4930123456").expect(400).json().path("code").asInt())
                .isEqualTo(20001);
        client.post(numbers).expect(400);
        client.post(numbers, "AreaCode", "12").expect(400);
        assertThat(client.post(numbers, "AreaCode", "213", "VoiceUrl", "flow:nobody").expect(400).field("message"))
                .contains("flow:nobody");
        client.post(numbers, "AreaCode", "213", "VoiceUrl", "http://127.0.0.1/").expect(400);
        assertThat(client.post(numbers, "AreaCode", "213", "SmsUrl", "http://x").expect(400).field("message"))
                .contains("SmsUrl");
        assertThat(client.post(numbers, "AreaCode", "213", "VoiceURL", "flow:hello").expect(400).field("message"))
                .contains("VoiceURL");
        client.get(client.account("/IncomingPhoneNumbers/PN" + NOWHERE + ".json")).expect(404);
        client.get(client.account(NUMBERS + "?PageSize=zero")).expect(400);
        client.get("/2010-04-01/Accounts/AC" + NOWHERE + "/IncomingPhoneNumbers.json").expect(404);
        client.send(client.request(numbers).PUT(BodyPublishers.noBody())).expect(405);
        client.send(client.request(numbers).POST(BodyPublishers.ofByteArray(new byte[2_000_000]))).expect(413);
    }

    @Test
    void walksThroughPagesOfBothStyles() {
        for (int i = 0; i < 5; i++) {
            client.post(client.account(NUMBERS), "AreaCode", "303", "FriendlyName", "paged").expect(201);
            client.post("/v1/Workspaces", "FriendlyName", "page " + i).expect(201);
        }
        List<String> numbers = new ArrayList<>();
        String next = client.account("/IncomingPhoneNumbers.json?PageSize=2&FriendlyName=paged");
        while (!next.isEmpty()) {
            JsonNode page = client.get(next).expect(200).json();
            page.path("incoming_phone_numbers").forEach(number -> numbers.add(number.path("sid").asString()));
            next = page.path("next_page_uri").asString("");
        }
        Set<String> workspaces = new HashSet<>();
        next = "/v1/Workspaces?PageSize=2";
        while (!next.isEmpty()) {
            JsonNode page = client.get(next).expect(200).json();
            page.path("workspaces").forEach(workspace -> workspaces.add(workspace.path("friendly_name").asString()));
            next = page.at("/meta/next_page_url").asString("");
        }

        assertThat(numbers).hasSize(5).doesNotHaveDuplicates();
        assertThat(workspaces).contains("page 0", "page 1", "page 2", "page 3", "page 4");
    }

    @Test
    void setsUpPhonesOfADomain() {
        String domain = client.post(client.account("/SIP/Domains.json"), "DomainName", "acme.example.org")
                .expect(201)
                .field("sid");
        String list = client.post(client.account("/SIP/CredentialLists.json"), "FriendlyName", "agents")
                .expect(201)
                .field("sid");
        String credentials = client.account("/SIP/CredentialLists/" + list + "/Credentials.json");
        Client.Answer alice = client.post(credentials, "Username", "alice", "Password", "Correct-Horse-1").expect(201);
        String mappings = client.account("/SIP/Domains/" + domain + "/Auth/Registrations/CredentialListMappings.json");

        client.post(mappings, "CredentialListSid", list).expect(201);
        assertThat(client.get(mappings).expect(200).json().path("contents")).hasSize(1);
        assertThat(alice.text()).doesNotContain("Correct-Horse");
        client.post(credentials, "Username", "bob", "Password", "weak").expect(400);
        client.post(credentials, "Username", "alice", "Password", "Correct-Horse-2").expect(409);
        client.post(client.account("/SIP/Domains.json"), "DomainName", "acme.example.org").expect(409);
        client.post(mappings, "CredentialListSid", "CL" + NOWHERE).expect(404);
        client.post(alice.field("uri"), "Password", "Correct-Horse-3").expect(200);
        client.delete(client.account("/SIP/CredentialLists/" + list + ".json")).expect(204);
        assertThat(client.get(mappings).expect(200).json().path("contents")).isEmpty();
        client.get(alice.field("uri")).expect(404);
        client.delete(client.account("/SIP/Domains/" + domain + ".json")).expect(204);
    }

    @Test
    void setsUpAWorkspaceWithWorkersAndQueues() {
        String workspace = client.post("/taskrouter/v1/Workspaces", "FriendlyName", "Sales").expect(201).field("url");
        JsonNode activities = client.get(workspace + "/Activities").expect(200).json().path("activities");
        String available = activities.valueStream()
                .filter(activity -> activity.path("available").asBoolean())
                .findFirst()
                .orElseThrow()
                .path("sid")
                .asString();
        Client.Answer worker = client.post(workspace + "/Workers", "FriendlyName", "Alice", "Attributes",
                "{\"contact_uri\":\"sip:alice@jackfield.local\",\"skills\":[\"sales\"]}").expect(201);
        Client.Answer queue = client.post(workspace + "/TaskQueues", "FriendlyName", "sales", "TargetWorkers",
                "skills HAS \"sales\"").expect(201);

        assertThat(worker.json().path("available").asBoolean()).isFalse();
        assertThat(client.post(worker.field("url"), "ActivitySid", available)
                .expect(200)
                .json()
                .path("available")
                .asBoolean()).isTrue();
        assertThat(queue.field("target_workers")).contains("skills");
        assertThat(client.get(workspace + "/Workers?Available=true").expect(200).json().path("workers")).hasSize(1);
        assertThat(client.get(workspace + "/Tasks").expect(200).json().path("tasks")).isEmpty();
        client.post(workspace + "/Workers", "FriendlyName", "ALICE").expect(409);
        client.post(workspace + "/Workers", "FriendlyName", "Bob", "Attributes", "not json").expect(400);
        client.post(workspace + "/TaskQueues", "FriendlyName", "x", "TargetWorkers", "((").expect(400);
        client.get(workspace + "/Tasks/WT" + NOWHERE).expect(404);
        client.get("/v1/Workspaces/WS" + NOWHERE + "/Workers").expect(404);
        client.delete(worker.field("url")).expect(204);
        client.delete(queue.field("url")).expect(204);
        client.delete(workspace).expect(204);
        client.get(workspace).expect(404);
    }

    @Test
    void routesTasksThatAreNoCallsByAPolicy() {
        String workspace = client.post("/taskrouter/v1/Workspaces", "FriendlyName", "Mail").expect(201).field("url");
        String policy = mailPolicy(workspace);
        String second = client.get(workspace + "/TaskQueues?FriendlyName=second")
                .json()
                .at("/task_queues/0/sid")
                .asString();

        String task = client.post(workspace + "/Tasks", "Attributes", "{\"type\":\"mail\"}", "Timeout", "600")
                .expect(201)
                .field("url");
        JsonNode offer = await().until(() -> client.get(task + "/Reservations").json().at("/reservations/0"),
                found -> !found.isMissingNode());

        JsonNode why = client.get("/jackfield/v1/work-items/" + task.substring(task.lastIndexOf('/') + 1)
                + "/explanation").expect(200).json();
        assertThat(why.at("/target").asInt()).isEqualTo(1);
        assertThat(why.at("/asked/0/reservation").asString()).isEqualTo(offer.path("sid").asString());
        assertThat(why.at("/workers/0/reasons/0/code").asString()).isEqualTo("being-asked");
        JsonNode reserved = client.get(task).expect(200).json();
        assertThat(reserved.path("task_queue_sid").asString()).isEqualTo(second);
        assertThat(reserved.path("workflow_friendly_name").asString()).isEqualTo("routing");
        assertThat(reserved.path("priority").asInt()).isEqualTo(5);
        assertThat(client.post(offer.path("url").asString(), "ReservationStatus", "accepted")
                .expect(200)
                .field("reservation_status")).isEqualTo("accepted");
        assertThat(client.get(task).field("assignment_status")).isEqualTo("assigned");
        client.delete(policy).expect(409);
        assertThat(client.post(task, "AssignmentStatus", "completed", "Reason", "answered")
                .expect(200)
                .field("assignment_status")).isEqualTo("completed");
        client.post(task, "AssignmentStatus", "canceled").expect(409);
        Client.Answer unknown = client.post(workspace + "/Tasks", "Attributes", "{\"type\":\"fax\"}").expect(201);
        assertThat(unknown.field("assignment_status")).isEqualTo("canceled");
        assertThat(unknown.field("reason")).isEqualTo("Task canceled on Workflow timeout");
        client.delete(policy).expect(204);
        client.post(workspace + "/Tasks", "Attributes", "{}").expect(400);
    }

    @Test
    void refusesPoliciesThatCouldNotBeFollowed() {
        String workspace = client.post("/taskrouter/v1/Workspaces", "FriendlyName", "Strict").expect(201).field("url");
        mailPolicy(workspace);

        Client.Answer refused = client.post(workspace + "/Workflows", "FriendlyName", "wrong", "Configuration", """
                {"task_routing": {"filters": [{"expression": "type === 1", "targets": [{"queue": "third"}]}]}}
                """).expect(400);

        assertThat(refused.text()).contains("task_routing.filters[0].expression", "position",
                "task_routing.filters[0].targets[0].queue", "no queue 'third'");
        client.post(workspace + "/Workflows", "FriendlyName", "wrong", "Configuration", "{").expect(400);
        client.post(workspace + "/Workflows", "FriendlyName", "ROUTING", "Configuration",
                "{\"task_routing\":{\"default_filter\":{\"queue\":\"first\"}}}").expect(409);
        assertThat(client.post(workspace + "/Workflows", "FriendlyName", "late", "Configuration",
                "{\"task_routing\":{\"default_filter\":{\"queue\":\"first\"}}}", "FallbackAssignmentCallbackUrl",
                "https://example.org/").expect(400).json().path("code").asInt()).isEqualTo(21405);
    }

    /** Queues first and second, Bob in the second one, and a policy over both; the address of the policy. */
    private static String mailPolicy(String workspace) {
        client.post(workspace + "/TaskQueues", "FriendlyName", "first", "TargetWorkers", "team == 'one'").expect(201);
        client.post(workspace + "/TaskQueues", "FriendlyName", "second", "TargetWorkers", "team == 'two'").expect(201);
        client.post(workspace + "/Workers", "FriendlyName", "bob", "Attributes", "{\"team\":\"two\"}", "ActivitySid",
                client.get(workspace + "/Activities?Available=true").json().at("/activities/0/sid").asString())
                .expect(201);
        return client.post(workspace + "/Workflows", "FriendlyName", "routing", "TaskReservationTimeout", "60",
                "Configuration", """
                        {"task_routing": {"filters": [{"filter_friendly_name": "mail", "expression": "type == 'mail'",
                          "targets": [{"queue": "first", "timeout": 300, "skip_if": "workers.available == 0"},
                            {"queue": "second", "priority": 5}]}]}}
                        """).expect(201).field("url");
    }

    @Test
    void listsCallsAndRefusesCallsThatCannotBeMade() {
        String calls = client.account("/Calls.json");

        client.get(calls + "?Status=completed&PageSize=1").expect(200);
        client.get(calls + "?Status=sleeping").expect(400);
        client.get(calls + "?StartTime=yesterday").expect(400);
        client.get(client.account("/Calls/CA" + NOWHERE + ".json")).expect(404);
        client.post(client.account("/Calls/CA" + NOWHERE + ".json"), "Status", "completed").expect(404);
        client.post(calls, "To", "+15555550100", "From", "+15555550101").expect(400);
        client.post(calls, "To", "+15555550100", "From", "+15555550101", "Url", "flow:nobody").expect(400);
        client.post(calls, "To", "+15555550100", "From", "+15555550101", "Url", "flow:hello", "Record", "true")
                .expect(400);
        client.get(client.account("/Recordings.json")).expect(200);
        client.get(client.account("/Recordings/RE" + NOWHERE + ".wav")).expect(404);
        client.delete(client.account("/Recordings/RE" + NOWHERE + ".json")).expect(404);
        client.get(client.account("/Calls/CA" + NOWHERE + "/Recordings.json")).expect(404);
    }

    @Test
    void deploysReadsAndDeletesFlowsAndRefusesBadModels() throws IOException {
        String hello = new String(getClass().getResourceAsStream("/jackfield/flows/hello.bpmn").readAllBytes(),
                StandardCharsets.UTF_8).replace("\"hello\"", "\"my-hello\"");

        client.postXml("/jackfield/v1/flows:validate", hello).expect(200);
        Client.Answer deployed = client.postXml("/jackfield/v1/flows", hello).expect(201);
        assertThat(deployed.field("key")).isEqualTo("my-hello");
        assertThat(client.get("/jackfield/v1/flows").expect(200).text()).contains("my-hello");
        assertThat(client.get("/jackfield/v1/flows/my-hello/1").expect(200).text()).contains("my-hello");
        client.post(client.account(NUMBERS), "AreaCode", "305", "VoiceUrl", "flow:my-hello@1").expect(201);

        JsonNode refused = client.postXml("/jackfield/v1/flows", "<not-bpmn/>").expect(422).json();
        assertThat(refused.at("/errors/0/code").asString()).isNotEmpty();
        assertThat(refused.at("/errors/0/remedy").asString()).isNotEmpty();
        client.postXml("/jackfield/v1/flows", "no xml").expect(422);
        client.get("/jackfield/v1/flows/my-hello/99").expect(404);
        client.get("/jackfield/v1/flows/nobody").expect(404);
        client.delete("/jackfield/v1/flows/my-hello").expect(204);
        client.delete("/jackfield/v1/flows/my-hello").expect(404);
    }

    @Test
    void streamsEventsFromTheStartAndTellsOfAGap() throws Exception {
        String workspace = client.post("/v1/Workspaces", "FriendlyName", "Events").expect(201).field("url");
        String available = client.get(workspace + "/Activities?Available=true")
                .expect(200)
                .json()
                .at("/activities/0/sid")
                .asString();
        String worker = client.post(workspace + "/Workers", "FriendlyName", "Eve").expect(201).field("url");
        client.post(worker, "ActivitySid", available).expect(200);

        String id = read("/jackfield/v1/events?type=worker.activity-changed", "0", "id: ").substring(4);
        String gap = read("/jackfield/v1/events", "EV" + NOWHERE, "event: gap");

        assertThat(id).startsWith("EV");
        assertThat(gap).isEqualTo("event: gap");
        client.get("/jackfield/v1/event-types").expect(200);
    }

    @Test
    void servesItsOwnDescription() {
        JsonNode document = client.get("/jackfield/v1/openapi.json").expect(200).json();

        assertThat(document.path("openapi").asString()).startsWith("3.1");
        assertThat(client.get("/jackfield/v1/errors/21422").expect(200).field("remedy")).isNotEmpty();
        client.get("/jackfield/v1/errors/1").expect(404);
        client.get("/jackfield/v1/nothing").expect(404);
    }

    /** The first line of the stream that starts so. */
    private static String read(String path, String lastId, String start) throws Exception {
        HttpRequest request = client.request(path).header("Last-Event-ID", lastId).GET().build();
        HttpResponse<java.io.InputStream> response = client.http().send(request, BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null && !line.startsWith(start)) {
                line = lines.readLine();
            }
            return String.valueOf(line);
        }
    }
}
