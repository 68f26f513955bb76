package org.jackfield.app.e2e;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** A contact center set up through the public API: a number that runs a flow, queues, workers, their phones' credentials. */
public final class Center {

    private final Api api;
    private final String number;
    private final String workspace;

    private Center(Api api, String number, String workspace) {
        this.api = api;
        this.number = number;
        this.workspace = workspace;
    }

    /** Takes a number for the flow and makes the queues {@code sales} and {@code support}. */
    public static Center running(Api api, String flow) {
        return running(api, flow, List.of("sales", "support"));
    }

    /** Takes a number for the flow and makes the queues. */
    static Center running(Api api, String flow, List<String> queues) {
        String number = takeNumber(api, flow);
        String workspace = api.post("/v1/Workspaces", "FriendlyName", "center").get("sid").asString();
        for (String queue : queues) {
            api.post("/v1/Workspaces/" + workspace + "/TaskQueues", "FriendlyName", queue, "TargetWorkers",
                    "skills HAS \"" + queue + "\"");
        }
        return new Center(api, number, workspace);
    }

    /** Lets the queue ask so many workers for one item at once. */
    void askAtOnce(String queue, int most) {
        String sid = records("/TaskQueues", "task_queues").stream()
                .filter(one -> one.get("friendly_name").asString().equals(queue))
                .findFirst()
                .orElseThrow()
                .get("sid")
                .asString();
        api.post(path("/TaskQueues/" + sid), "MaxReservedWorkers", Integer.toString(most));
    }

    /** Who is being asked for the item, and what keeps each worker from being asked. */
    JsonNode explanation(String workItem) {
        return api.get("/jackfield/v1/work-items/" + workItem + "/explanation");
    }

    /** Another number of the account, which runs the flow. */
    public static String takeNumber(Api api, String flow) {
        String number = api.get(api.accountPath("/AvailablePhoneNumbers/US/Local.json?PageSize=1"))
                .at("/available_phone_numbers/0/phone_number")
                .asString();
        api.post(api.accountPath("/IncomingPhoneNumbers.json"), "PhoneNumber", number, "VoiceUrl", "flow:" + flow);
        return number;
    }

    public String number() {
        return number;
    }

    /** A worker for the queue whose phone is at the address; his id. */
    public String worker(String name, String queue, String contactUri, boolean available) {
        return api.post(path("/Workers"), "FriendlyName", name, "Attributes",
                "{\"skills\":[\"%s\"],\"contact_uri\":\"%s\"}".formatted(queue, contactUri), "ActivitySid",
                activity(available)).get("sid").asString();
    }

    public void setAvailable(String worker, boolean available) {
        api.post(path("/Workers/" + worker), "ActivitySid", activity(available));
    }

    private String activity(boolean available) {
        return records("/Activities", "activities").stream()
                .filter(activity -> activity.get("available").asBoolean() == available)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no activity with available=" + available))
                .get("sid")
                .asString();
    }

    /** Lets a phone register as the user in the account's default domain. */
    public void sipUser(String user, String password) {
        String domain = api.get(api.accountPath("/SIP/Domains.json")).at("/domains/0/sid").asString();
        String list = api.post(api.accountPath("/SIP/CredentialLists.json"), "FriendlyName", "phones of " + user)
                .get("sid")
                .asString();
        api.post(api.accountPath("/SIP/CredentialLists/" + list + "/Credentials.json"), "Username", user, "Password",
                password);
        api.post(api.accountPath("/SIP/Domains/" + domain + "/Auth/Registrations/CredentialListMappings.json"),
                "CredentialListSid", list);
    }

    public List<JsonNode> workItems() {
        return records("/Tasks", "tasks");
    }

    JsonNode workItem(String id) {
        return api.get(path("/Tasks/" + id));
    }

    public List<JsonNode> reservations(String workItem) {
        return records("/Tasks/" + workItem + "/Reservations", "reservations");
    }

    public List<JsonNode> calls() {
        return all(api.accountPath("/Calls.json?PageSize=1000"), "calls");
    }

    /** The call's record as it is now. */
    JsonNode call(JsonNode record) {
        return api.get(api.accountPath("/Calls/" + record.get("sid").asString() + ".json"));
    }

    public List<JsonNode> recordings() {
        return all(api.accountPath("/Recordings.json?PageSize=1000"), "recordings");
    }

    private List<JsonNode> records(String path, String key) {
        return all(path(path) + "?PageSize=1000", key);
    }

    /** Every record, page after page. */
    private List<JsonNode> all(String path, String key) {
        List<JsonNode> all = new ArrayList<>();
        String next = path;
        while (!next.isEmpty()) {
            JsonNode page = api.get(next);
            all.addAll(list(page.get(key)));
            next = page.path("next_page_uri").asString("") + page.at("/meta/next_page_url").asString("");
        }
        return all;
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private String path(String path) {
        return "/v1/Workspaces/" + workspace + path;
    }
}
