package org.jackfield.app;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** A sub-account in which there is one of everything; ids by the name of their collection in a path. */
final class Tenant {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String PASSWORD = "Correct-Horse-1";

    private final Client client;
    private final String domainName;
    private final Map<String, String> ids = new LinkedHashMap<>();

    private Tenant(Client client, String domainName) {
        this.client = client;
        this.domainName = domainName;
    }

    /** An empty sub-account. */
    static Tenant empty(Client main, String name) {
        JsonNode made = main.post("/2010-04-01/Accounts.json", "FriendlyName", name).expect(201).json();
        Tenant tenant = new Tenant(main.as(made.path("sid").asString(), made.path("auth_token").asString()),
                name + ".example.org");
        tenant.ids.put("Accounts", made.path("sid").asString());
        return tenant;
    }

    Client client() {
        return client;
    }

    String domainName() {
        return domainName;
    }

    /** The id in a collection; a collection that is new needs an entry here. */
    String id(String collection) {
        String id = ids.get(collection);
        if (id == null) {
            throw new AssertionError("this fixture makes nothing for the collection " + collection);
        }
        return id;
    }

    /** Every id that nobody else may see; a flow's key is no secret. */
    Collection<String> secrets() {
        return ids.entrySet()
                .stream()
                .filter(entry -> !entry.getKey().equals("flows"))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** A SIP domain with a user of that name. */
    Tenant withPhone(String user) {
        make("Domains", "/SIP/Domains.json", "DomainName", domainName);
        make("CredentialLists", "/SIP/CredentialLists.json", "FriendlyName", "phones");
        make("Credentials", "/SIP/CredentialLists/" + id("CredentialLists") + "/Credentials.json", "Username", user,
                "Password", PASSWORD);
        make("CredentialListMappings", "/SIP/Domains/" + id("Domains")
                + "/Auth/Registrations/CredentialListMappings.json", "CredentialListSid", id("CredentialLists"));
        return this;
    }

    /** A workspace with a worker who is available, a queue and a routing policy. */
    Tenant withWork() {
        String workspace = client.post("/v1/Workspaces", "FriendlyName", "work").expect(201).field("sid");
        ids.put("Workspaces", workspace);
        ids.put("workspaces", workspace);
        String activity = client.get(work("/Activities?Available=true"))
                .expect(200)
                .json()
                .at("/activities/0/sid")
                .asString();
        ids.put("Activities", activity);
        ids.put("TaskQueues", client.post(work("/TaskQueues"), "FriendlyName", "sales").expect(201).field("sid"));
        ids.put("Workflows", client.post(work("/Workflows"), "FriendlyName", "routing", "Configuration",
                "{\"task_routing\":{\"default_filter\":{\"queue\":\"sales\"}}}").expect(201).field("sid"));
        ids.put("TaskChannels",
                client.post(work("/TaskChannels"), "FriendlyName", "Fax", "UniqueName", "fax")
                        .expect(201)
                        .field("sid"));
        ids.put("routing-policies", id("Workflows"));
        ids.put("Workers", client.post(work("/Workers"), "FriendlyName", "Ann", "ActivitySid", activity, "Attributes",
                "{\"contact_uri\":\"sip:ann@" + domainName + "\"}").expect(201).field("sid"));
        ids.put("Channels", client.get(work("/Workers/" + id("Workers") + "/Channels/fax")).expect(200).field("sid"));
        return this;
    }

    /** Flows, numbers, a call with a recording that waits in the queue, and a call that failed. */
    Tenant withCalls() {
        ids.put("flows", "take-message");
        deploy("take-message", "record", "maxLength", "PT2S");
        deploy("wait", "enqueue", "queue", "sales");
        String waits = number("wait");
        ids.put("Calls", call(waits, number("take-message"), "take-message"));
        ids.put("calls", id("Calls"));
        ids.put("Recordings", await().atMost(PATIENCE)
                .until(() -> first("/Recordings.json", "recordings"),
                        id -> !id.isEmpty()));
        ids.put("Tasks", awaited(work("/Tasks"), "tasks"));
        ids.put("work-items", id("Tasks"));
        ids.put("Reservations", awaited(work("/Tasks/" + id("Tasks") + "/Reservations"), "reservations"));
        ids.put("Events", awaited(work("/Events"), "events"));
        call("+15555550999", "+15555550998", "take-message");
        String alert = await().atMost(PATIENCE)
                .until(() -> first("/Notifications.json", "notifications"),
                        id -> !id.isEmpty());
        ids.put("Notifications", alert);
        ids.put("Alerts", alert);
        return this;
    }

    /** What needs no more than a request each. */
    Tenant withSettings() {
        Client.Answer key = client.post(account("/Keys.json"), "FriendlyName", "key").expect(201);
        ids.put("Keys", key.field("sid"));
        ids.put("presence", "somebody-of-" + domainName);
        ids.put("registrations", client.withAccessToken(AccessTokens.of(id("Accounts"), key, id("presence")))
                .post("/jackfield/v1/registrations")
                .expect(201)
                .field("sid"));
        make("Applications", "/Applications.json", "FriendlyName", "ivr", "VoiceUrl", "https://example.org/voice",
                "VoiceFallbackUrl", "https://example.org/late");
        ids.put("users", client.post("/jackfield/v1/users", "name", "ann", "password", "correct horse battery", "role",
                "manager").expect(201).field("sid"));
        return this;
    }

    /** A label and a conversation that has it. */
    Tenant withConversations() {
        String label = "greets_" + domainName.replaceAll("[^a-z]", "_");
        client.postJson("/jackfield/v1/labels",
                "{\"labels\": [{\"label\": \"" + label + "\", \"when\": \"good morning\"}]}")
                .expect(200);
        ids.put("labels", label);
        ids.put("conversations", client.postJson("/jackfield/v1/conversations",
                "{\"turns\": [{\"speaker\": \"agent\", \"text\": \"good morning\"}]}").expect(201).field("sid"));
        return this;
    }

    /** A path under the account. */
    String account(String rest) {
        return client.account(rest);
    }

    /** A path under the workspace. */
    String work(String rest) {
        return "/taskrouter/v1/Workspaces/" + id("Workspaces") + rest;
    }

    private String number(String flow) {
        Client.Answer made = client.post(account("/IncomingPhoneNumbers.json"), "AreaCode", "907", "VoiceUrl",
                "flow:" + flow).expect(201);
        ids.put("IncomingPhoneNumbers", made.field("sid"));
        return made.field("phone_number");
    }

    private String call(String to, String from, String flow) {
        return client.post(account("/Calls.json"), "To", to, "From", from, "Url", "flow:" + flow)
                .expect(201)
                .field("sid");
    }

    private String awaited(String path, String key) {
        return await().atMost(PATIENCE)
                .until(
                        () -> client.get(path).expect(200).json().at("/" + key + "/0/sid").asString(""),
                        id -> !id.isEmpty());
    }

    private String first(String path, String key) {
        return client.get(account(path)).expect(200).json().at("/" + key + "/0/sid").asString("");
    }

    private void make(String collection, String path, String... form) {
        ids.put(collection, client.post(account(path), form).expect(201).field("sid"));
    }

    /** The shipped flow {@code hello} with another key and another instruction in it. */
    private void deploy(String key, String instruction, String input, String value) {
        try (InputStream hello = Objects
                .requireNonNull(Tenant.class.getResourceAsStream("/jackfield/flows/hello.bpmn"))) {
            client.postXml("/jackfield/v1/flows", new String(hello.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"hello\"", "\"" + key + "\"")
                    .replace("${say}", "${" + instruction + "}")
                    .replace("<camunda:inputParameter name=\"text\">Hello. This call is a process instance.</",
                            "<camunda:inputParameter name=\"" + input + "\">" + value + "</"))
                    .expect(201);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
