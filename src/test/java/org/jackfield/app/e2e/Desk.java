package org.jackfield.app.e2e;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * A small contact center whose calls need no phone: a number runs a flow that asks and records, the caller is another flow
 * that talks. Set up through the public API.
 */
final class Desk {

    static final String PASSWORD = "a long enough password";

    private final Api api;
    private final String number;
    private final String from;
    private final String workspace;

    private Desk(Api api, String number, String from, String workspace) {
        this.api = api;
        this.number = number;
        this.from = from;
        this.workspace = workspace;
    }

    static Desk open(Api api) {
        api.postXml("/jackfield/v1/flows", menu("Welcome.").xml());
        api.postXml("/jackfield/v1/flows",
                Drawing.of("talker", "Talking caller")
                        .then("listen", "Listen", "pause", Map.of("length", "PT9S"))
                        .then("talk", "Talk", "say", Map.of("text", "I liked it very much. The wait was short."))
                        .then("stay", "Stay", "pause", Map.of("length", "PT60S"))
                        .xml());
        String number = number(api, "flow:menu");
        String from = number(api, "flow:hello");
        String workspace = api.post("/v1/Workspaces", "FriendlyName", "Front desk").get("sid").asString();
        for (String queue : List.of("sales", "support")) {
            api.post("/v1/Workspaces/" + workspace + "/TaskQueues", "FriendlyName", queue);
        }
        Desk desk = new Desk(api, number, from, workspace);
        desk.worker("Alice Moreau");
        for (String role : List.of("supervisor", "manager", "analyst")) {
            api.post("/jackfield/v1/users", "name", role, "password", PASSWORD, "role", role);
        }
        api.post("/jackfield/v1/users", "name", "bashir", "password", PASSWORD, "role", "agent", "workspace", workspace,
                "worker", desk.worker("Bashir Haddad"));
        return desk;
    }

    /** The flow that the number runs; waits long enough at each element to be watched. */
    static Drawing menu(String greeting) {
        return Drawing.of("menu", "Ask and record")
                .then("greet", "Greet caller", "say", Map.of("text", greeting))
                .then("look-up", "Look the caller up", "pause", Map.of("length", "PT4S"))
                .then("ask", "Ask the question", "say", Map.of("text", "How did you like it?"))
                .then("note", "Record the answer", "record", Map.of("maxLength", "PT6S", "timeout", "PT6S"))
                .then("thank", "Thank the caller", "say", Map.of("text", "Thank you."));
    }

    /** The same flow with a Java class at its first instruction, which no model may name. */
    static String refusedMenu() {
        return menu("Hello.").xml()
                .replaceFirst("camunda:delegateExpression=\"\\$\\{say}\"", "camunda:class=\"java.lang.Runtime\"");
    }

    private static String number(Api api, String flow) {
        return api.post(api.accountPath("/IncomingPhoneNumbers.json"), "AreaCode", "212", "VoiceUrl", flow)
                .get("phone_number")
                .asString();
    }

    private String worker(String name) {
        return api.post("/v1/Workspaces/" + workspace + "/Workers", "FriendlyName", name, "Attributes",
                "{\"contact_uri\":\"sip:%s@127.0.0.1\"}".formatted(name.split(" ", 2)[0])).get("sid").asString();
    }

    String number() {
        return number;
    }

    /** Places a call to the number; the id of its inbound side once it is there. */
    String call() {
        String placed = api.post(api.accountPath("/Calls.json"), "To", number, "From", from, "Url", "flow:talker")
                .get("sid")
                .asString();
        return Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> inboundAfter(placed), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<String> inboundAfter(String placed) {
        return calls().stream()
                .filter(call -> call.get("direction").asString().equals("inbound"))
                .map(call -> call.get("sid").asString())
                .filter(sid -> sid.compareTo(placed) > 0)
                .findFirst();
    }

    private List<JsonNode> calls() {
        return StreamSupport
                .stream(api.get(api.accountPath("/Calls.json?PageSize=50")).get("calls").spliterator(), false)
                .toList();
    }

    String status(String call) {
        return api.get(api.accountPath("/Calls/" + call + ".json")).get("status").asString();
    }

    void hangUp(String call) {
        api.post(api.accountPath("/Calls/" + call + ".json"), "Status", "completed");
    }

    JsonNode position(String call) {
        return api.get("/jackfield/v1/calls/" + call + "/position");
    }

    boolean isRecorded(String call) {
        JsonNode recordings = api.get(api.accountPath("/Calls/" + call + "/Recordings.json")).get("recordings");
        return !recordings.isEmpty() && recordings.get(0).get("status").asString().equals("completed");
    }
}
