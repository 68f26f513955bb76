package org.jackfield.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * The demo's number, queues, agents and flow in the first account, made through the public API. What is there from an
 * earlier start is used again. Thread-safe.
 */
final class DemoCenter {

    private static final String NAME = "Demo";
    private static final String FLOWS = "/jackfield/v1/flows";

    private final DemoApi api;
    private final String number;
    private final String workspace;
    private final String available;
    private final String away;

    private DemoCenter(DemoApi api, String number, String workspace) {
        this.api = api;
        this.number = number;
        this.workspace = workspace;
        List<JsonNode> activities = api.list(workspace + "/Activities?PageSize=100", "activities");
        available = activity(activities, true);
        away = activity(activities, false);
    }

    private static String activity(List<JsonNode> activities, boolean available) {
        return activities.stream()
                .filter(each -> each.path("available").asBoolean() == available)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the demo's workspace has no such activity"))
                .path("sid")
                .asString();
    }

    /** Finds or makes what the demo needs. */
    static DemoCenter open(DemoApi api) {
        String workspace = named(api.list("/v1/Workspaces?FriendlyName=" + NAME, "workspaces"), NAME)
                .orElseGet(() -> api.post("/v1/Workspaces", "FriendlyName", NAME).path("sid").asString());
        String path = "/v1/Workspaces/" + workspace;
        List<JsonNode> queues = api.list(path + "/TaskQueues?PageSize=100", "task_queues");
        for (String queue : List.of("sales", "support")) {
            if (named(queues, queue).isEmpty()) {
                api.post(path + "/TaskQueues", "FriendlyName", queue, "TargetWorkers", "skills HAS \"" + queue + "\"");
            }
        }
        api.postXml(FLOWS, transferFlow());
        return new DemoCenter(api, number(api), path);
    }

    private static String number(DemoApi api) {
        String numbers = api.accountPath("/IncomingPhoneNumbers.json");
        List<JsonNode> ours = api.list(numbers + "?FriendlyName=" + NAME, "incoming_phone_numbers");
        if (!ours.isEmpty()) {
            return ours.getFirst().path("phone_number").asString();
        }
        String free = api.list(api.accountPath("/AvailablePhoneNumbers/US/Local.json?PageSize=1"),
                "available_phone_numbers").getFirst().path("phone_number").asString();
        api.post(numbers, "PhoneNumber", free, "FriendlyName", NAME, "VoiceUrl", "flow:welcome");
        return free;
    }

    private static Optional<String> named(List<JsonNode> records, String name) {
        return records.stream()
                .filter(each -> each.path("friendly_name").asString("").equals(name))
                .map(each -> each.path("sid").asString())
                .findFirst();
    }

    private static String transferFlow() {
        try (InputStream file = DemoCenter.class.getResourceAsStream("/demo/transfer.bpmn")) {
            if (file == null) {
                throw new IllegalStateException("the demo's flow is not on the class path");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String number() {
        return number;
    }

    /** The agent's record, with the phone that he has today; he is away until he says otherwise. */
    String agent(String name, List<String> skills, String contact) {
        String attributes = "{\"skills\":[\"" + String.join("\",\"", skills) + "\"],\"contact_uri\":\"" + contact
                + "\"}";
        Optional<String> known = named(api.list(workspace + "/Workers?PageSize=100", "workers"), name);
        if (known.isPresent()) {
            api.post(workspace + "/Workers/" + known.get(), "Attributes", attributes, "ActivitySid", away);
            return known.get();
        }
        return api.post(workspace + "/Workers", "FriendlyName", name, "Attributes", attributes, "ActivitySid", away)
                .path("sid")
                .asString();
    }

    void setAvailable(String worker, boolean here) {
        api.post(workspace + "/Workers/" + worker, "ActivitySid", here ? available : away);
    }

    /** Sends the caller who talks with the phone to a colleague; false when nobody talks with it any more. */
    boolean transfer(String contact) {
        List<JsonNode> legs = api.list(
                api.accountPath("/Calls.json?Status=in-progress&To=" + DemoApi.encoded(contact)), "calls");
        Optional<String> caller = legs.stream()
                .map(leg -> leg.path("parent_call_sid").asString(""))
                .filter(parent -> !parent.isEmpty())
                .findFirst();
        caller.ifPresent(call -> api.post(api.accountPath("/Calls/" + call + ".json"), "Url", "flow:demo-transfer"));
        return caller.isPresent();
    }
}
