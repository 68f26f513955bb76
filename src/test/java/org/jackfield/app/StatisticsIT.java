package org.jackfield.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * What the statistics of a workspace say after a little work: two queues, Ann who sells and Bob who is away, and four items, of
 * which one is completed, one cancelled, one offered to Ann and one waits. Every answer is checked against the OpenAPI document.
 */
class StatisticsIT {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String UNKNOWN = "WQ" + "0".repeat(32);

    @TempDir
    private static Path data = Path.of("");
    private static Product product;
    private static Client client;
    private static String workspace = "";
    private static String sales = "";
    private static String rest = "";
    private static String policy = "";
    private static String ann = "";
    private static String offered = "";
    private static String waiting = "";

    @BeforeAll
    static void work() {
        product = Product.start(data, Map.of("JACKFIELD_ACCOUNT_SID", SID, "JACKFIELD_AUTH_TOKEN", TOKEN));
        client = new Client(product.ready().url(), SID, TOKEN);
        workspace = client.post("/v1/Workspaces", "FriendlyName", "figures").expect(201).field("url");
        sales = made("/TaskQueues", "FriendlyName", "sales", "TargetWorkers", "team == 'sales'");
        rest = made("/TaskQueues", "FriendlyName", "rest", "TargetWorkers", "team == 'rest'");
        policy = made("/Workflows", "FriendlyName", "routing", "Configuration",
                "{\"task_routing\":{\"default_filter\":{\"queue\":\"sales\",\"priority\":7}}}");
        String available = client.get(workspace + "/Activities?Available=true")
                .json()
                .at("/activities/0/sid")
                .asString();
        ann = made("/Workers", "FriendlyName", "Ann", "ActivitySid", available, "Attributes", "{\"team\":\"sales\"}");
        made("/Workers", "FriendlyName", "Bob", "Attributes", "{\"team\":\"rest\"}");

        String first = task("reserved", "WorkflowSid", sid(policy));
        client.post(reservation(first), "ReservationStatus", "accepted").expect(200);
        String second = task("pending", "WorkflowSid", sid(policy));
        client.post(second, "AssignmentStatus", "canceled", "Reason", "hung-up").expect(200);
        client.post(first, "AssignmentStatus", "completed").expect(200);
        offered = task("reserved", "WorkflowSid", sid(policy));
        waiting = task("pending", "TaskQueueSid", sid(rest), "TaskChannel", "chat", "Priority", "3");
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void countsWhatAWorkspaceHasNowAndHad() {
        JsonNode now = get("/RealTimeStatistics");
        JsonNode past = get("/CumulativeStatistics?Minutes=60&SplitByWaitTime=3600");
        JsonNode both = get("/Statistics?SplitByWaitTime=0");

        assertThat(now.path("total_tasks").asInt()).isEqualTo(2);
        assertThat(now.path("tasks_by_status").toString())
                .isEqualTo("{\"pending\":1,\"reserved\":1,\"assigned\":0,\"wrapping\":0}");
        assertThat(now.path("tasks_by_priority").toString()).isEqualTo("{\"3\":1,\"7\":1}");
        assertThat(now.path("longest_task_waiting_sid").asString()).isEqualTo(sid(offered));
        assertThat(now.path("total_workers").asInt()).isEqualTo(2);
        assertThat(workers(now)).containsEntry("Available", 1)
                .containsEntry("Offline", 1)
                .containsEntry("Unavailable", 0);
        assertThat(numbers(past, "tasks_created", "tasks_canceled", "tasks_completed", "tasks_moved", "tasks_deleted",
                "tasks_timed_out_in_workflow", "reservations_created", "reservations_accepted",
                "reservations_rejected"))
                .containsExactly(4, 1, 1, 0, 0, 0, 2, 1, 0);
        assertThat(past.at("/split_by_wait_time/3600/below").toString())
                .isEqualTo("{\"tasks_canceled\":1,\"reservations_accepted\":1}");
        assertThat(past.at("/split_by_wait_time/3600/above").toString())
                .isEqualTo("{\"tasks_canceled\":0,\"reservations_accepted\":0}");
        assertThat(both.at("/realtime/total_tasks").asInt()).isEqualTo(2);
        assertThat(both.at("/cumulative/tasks_created").asInt()).isEqualTo(4);
        assertThat(both.at("/cumulative/reservations_completed").asInt()).isEqualTo(1);
        assertThat(both.at("/cumulative/split_by_wait_time/0/above/reservations_accepted").asInt()
                + both.at("/cumulative/split_by_wait_time/0/below/reservations_accepted").asInt()).isEqualTo(1);
        assertThat(get("/RealTimeStatistics?TaskChannel=chat").path("total_tasks").asInt()).isEqualTo(1);
        assertThat(get("/CumulativeStatistics?TaskChannel=chat").path("reservations_created").asInt()).isZero();
        String chat = client.get(waiting).field("task_channel_sid");
        assertThat(get("/RealTimeStatistics?TaskChannel=" + chat).path("total_tasks").asInt()).isEqualTo(1);
    }

    @Test
    void countsWhatAQueueHasNowAndHad() {
        JsonNode now = ask(sales + "/RealTimeStatistics");
        JsonNode past = ask(sales + "/CumulativeStatistics?SplitByWaitTime=5,10");
        JsonNode both = ask(rest + "/Statistics");

        assertThat(numbers(now, "total_tasks", "total_eligible_workers", "total_available_workers")).containsOnly(1);
        assertThat(now.path("longest_relative_task_sid_in_queue").asString()).isEqualTo(sid(offered));
        assertThat(workers(now)).containsEntry("Available", 1).containsEntry("Offline", 0);
        assertThat(numbers(past, "tasks_entered", "tasks_canceled", "tasks_completed", "reservations_created",
                "reservations_accepted")).containsExactly(3, 1, 1, 2, 1);
        assertThat(past.path("split_by_wait_time").propertyNames()).containsExactly("5", "10");
        assertThat(numbers(both.path("realtime"), "total_tasks", "total_eligible_workers", "total_available_workers"))
                .containsExactly(1, 1, 0);
        assertThat(both.at("/realtime/longest_task_waiting_sid").asString()).isEqualTo(sid(waiting));
        assertThat(numbers(both.path("cumulative"), "tasks_entered", "reservations_created")).containsExactly(1, 0);
    }

    @Test
    void listsTheQueuesWithTheirStatisticsPageByPage() {
        List<String> names = new ArrayList<>();
        List<Integer> entered = new ArrayList<>();
        String next = workspace + "/TaskQueues/Statistics?PageSize=1&Minutes=60";
        while (!next.isEmpty()) {
            JsonNode page = ask(next);
            page.path("task_queues_statistics").forEach(queue -> {
                names.add(queue.path("task_queue_sid").asString());
                entered.add(queue.at("/cumulative/tasks_entered").asInt());
            });
            next = page.at("/meta/next_page_url").asString("");
        }

        assertThat(names).containsExactly(sid(sales), sid(rest));
        assertThat(entered).containsExactly(3, 1);
        assertThat(get("/TaskQueues/Statistics?FriendlyName=rest").at("/task_queues_statistics/0/task_queue_sid")
                .asString()).isEqualTo(sid(rest));
    }

    @Test
    void answersForManyQueuesAtOnce() {
        String path = workspace + "/TaskQueues/RealTimeStatistics";
        JsonNode bulk = client
                .postJson(path, "{\"queueSids\": [\"%s\", \"%s\", \"%s\"]}".formatted(sid(rest), UNKNOWN, sid(sales)))
                .expect(200)
                .json();

        assertThat(bulk.path("task_queue_response_count").asInt()).isEqualTo(3);
        assertThat(bulk.path("task_queue_data").valueStream().map(queue -> queue.path("task_queue_sid").asString()))
                .containsExactly(sid(rest), UNKNOWN, sid(sales));
        assertThat(numbers(bulk.at("/task_queue_data/0"), "total_tasks", "total_eligible_workers"))
                .containsExactly(1, 1);
        assertThat(numbers(bulk.at("/task_queue_data/1"), "total_tasks", "total_eligible_workers"))
                .containsExactly(0, 0);
        client.postJson(path, "{\"QueueSids\": []}").expect(400);
        client.postJson(path, "{\"QueueSids\": [\"sales\"]}").expect(400);
        client.postJson(path, "{\"Queues\": [\"" + sid(sales) + "\"]}").expect(400);
        client.postJson(path, "[]").expect(400);
        client.post(path).expect(400);
    }

    @Test
    void countsWhatGoesByAPolicyNowAndWent() {
        JsonNode now = ask(policy + "/RealTimeStatistics");
        JsonNode past = ask(policy + "/CumulativeStatistics");
        JsonNode both = ask(policy + "/Statistics");

        assertThat(now.path("total_tasks").asInt()).isEqualTo(1);
        assertThat(numbers(past, "tasks_entered", "tasks_completed", "tasks_canceled", "reservations_accepted"))
                .containsExactly(3, 1, 1, 1);
        assertThat(both.at("/cumulative/tasks_entered").asInt()).isEqualTo(3);
        assertThat(both.at("/realtime/tasks_by_status/reserved").asInt()).isEqualTo(1);
    }

    @Test
    void tellsWhatWorkersDoNowAndDid() {
        JsonNode now = get("/Workers/RealTimeStatistics");
        assertThat(get("/Workers/RealTimeStatistics?TaskChannel=voice").path("activity_statistics"))
                .isEqualTo(now.path("activity_statistics"));
        JsonNode past = get("/Workers/CumulativeStatistics");
        JsonNode annes = ask(ann + "/Statistics").path("cumulative");

        assertThat(now.path("total_workers").asInt()).isEqualTo(2);
        assertThat(numbers(past, "reservations_created", "reservations_accepted")).containsExactly(2, 1);
        assertThat(past.path("activity_durations").valueStream().map(one -> one.path("friendly_name").asString()))
                .containsExactlyInAnyOrder("Available", "Unavailable", "Offline");
        assertThat(numbers(annes, "reservations_created", "reservations_accepted", "reservations_completed"))
                .containsExactly(2, 1, 1);
        assertThat(get("/Workers/Statistics?TaskQueueName=SALES").at("/realtime/total_workers").asInt()).isEqualTo(1);
        assertThat(get("/Workers/Statistics?TaskQueueSid=" + sid(rest)).at("/cumulative/reservations_created").asInt())
                .isZero();
        assertThat(get("/Workers/Statistics?FriendlyName=ann").at("/cumulative/reservations_created").asInt())
                .isEqualTo(2);
        assertThat(get("/Workers/Statistics?FriendlyName=ann&TaskQueueName=rest").at("/realtime/total_workers").asInt())
                .isZero();
        assertThat(get("/Workers/Statistics").at("/realtime/total_workers").asInt()).isEqualTo(2);
    }

    @Test
    void logsWhatHappenedUnderTheNamesThatSdksKnow() {
        String task = "TaskSid=" + sid(offered);
        List<JsonNode> events = await().until(
                () -> ask(workspace + "/Events?" + task).path("events").valueStream().toList(), all -> all.size() == 3);
        JsonNode reserved = events.get(1);

        assertThat(events).extracting(event -> event.path("event_type").asString())
                .containsExactlyInAnyOrder("task.created", "reservation.created", "task.updated");
        assertThat(events).extracting(event -> event.path("event_date_ms").asLong())
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(events.getLast().at("/event_data/task_queue_name").asString()).isEqualTo("sales");
        assertThat(events.getLast().at("/event_data/workflow_name").asString()).isEqualTo("routing");
        assertThat(events.getLast().path("resource_sid").asString()).isEqualTo(sid(offered));
        assertThat(client.get(reserved.path("url").asString()).expect(200).json()).isEqualTo(reserved);
        assertThat(reserved.at("/event_data/worker_name").asString("Ann")).isEqualTo("Ann");
        assertThat(types("EventType=task.canceled")).containsExactly("task.canceled");
        assertThat(types("EventType=task.unknown")).isEmpty();
        assertThat(types("WorkerSid=" + sid(ann))).contains("reservation.accepted").doesNotContain("task.canceled");
        assertThat(types(task + "&EventType=reservation.created&Minutes=5")).containsExactly("reservation.created");
        assertThat(types("TaskQueueSid=" + sid(rest))).containsExactly("task.created");
        assertThat(types("WorkflowSid=" + sid(policy))).contains("task.completed");
        assertThat(types("TaskChannel=chat")).containsExactly("task.created");
        assertThat(types("ReservationSid=" + sid(reservation(offered)))).contains("reservation.created")
                .doesNotContain("task.created");
        assertThat(types("StartDate=2026-01-01&EndDate=2026-01-02")).isEmpty();
        client.get(workspace + "/Events/EV" + "0".repeat(32)).expect(404);
    }

    @Test
    void walksThroughTheEventsOfAWorkspacePageByPage() {
        await().until(() -> types("PageSize=100").contains("reservation.completed"));
        List<String> all = types("PageSize=100");
        List<String> paged = new ArrayList<>();
        String next = workspace + "/Events?PageSize=4";
        while (!next.isEmpty()) {
            JsonNode page = ask(next);
            page.path("events").forEach(event -> paged.add(event.path("event_type").asString()));
            next = page.at("/meta/next_page_url").asString("");
        }

        assertThat(paged).isEqualTo(all).hasSizeGreaterThan(8);
    }

    private static List<String> types(String filter) {
        return ask(workspace + "/Events?" + filter).path("events")
                .valueStream()
                .map(event -> event.path("event_type").asString())
                .toList();
    }

    @Test
    void showsWhoWatchesHowTheLastWhileWent() {
        JsonNode queues = ask("/jackfield/v1/queues?minutes=60&answered_within=86400").path("queues");
        JsonNode idle = queues.get(0);
        JsonNode busy = queues.get(1);

        assertThat(busy.path("name").asString()).isEqualTo("sales");
        assertThat(numbers(busy, "waiting", "assigned", "eligible", "available", "answered", "answered_in_time",
                "abandoned")).containsExactly(1, 0, 1, 1, 1, 1, 1);
        assertThat(busy.path("service_level").asDouble()).isEqualTo(0.5);
        assertThat(numbers(idle, "waiting", "eligible", "available", "answered")).containsExactly(1, 1, 0, 0);
        assertThat(idle.path("service_level").isNull()).isTrue();
        client.get("/jackfield/v1/queues?answered_within=0").expect(400);
    }

    @Test
    void listsOpenItemsWithWhoIsAskedForThem() {
        JsonNode items = ask("/jackfield/v1/work-items?workspace=" + sid(workspace)).path("work_items");

        assertThat(items.valueStream().map(item -> item.path("sid").asString()))
                .containsExactly(sid(offered), sid(waiting));
        assertThat(items.at("/0/worker_name").asString()).isEqualTo("Ann");
        assertThat(items.at("/0/queue_name").asString()).isEqualTo("sales");
        assertThat(items.at("/1/worker").isNull()).isTrue();
        assertThat(items.at("/1/priority").asInt()).isEqualTo(3);
        assertThat(ask("/jackfield/v1/work-items?size=1&after=" + sid(offered) + "&workspace=" + sid(workspace))
                .at("/work_items/0/sid")
                .asString()).isEqualTo(sid(waiting));
        assertThat(ask("/jackfield/v1/work-items").path("work_items")).hasSize(2);
        client.get("/jackfield/v1/work-items?workspace=WS" + "0".repeat(32)).expect(404);
    }

    @Test
    void pagesThroughTheOpenItemsOfAllWorkspacesInTheOrderOfTime() {
        List<String> others = List.of(workspaceWithQueue("second"), workspaceWithQueue("third"));
        List<String> made = Stream.of(0, 1, 0)
                .map(number -> client.post(others.get(number) + "/Tasks", "TaskQueueSid", onlyQueue(others.get(number)))
                        .expect(201)
                        .field("url"))
                .toList();

        List<String> paged = new ArrayList<>();
        String after = sid(waiting);
        while (!after.isEmpty()) {
            after = ask("/jackfield/v1/work-items?size=1&after=" + after).at("/work_items/0/sid").asString("");
            paged.add(after);
        }

        made.forEach(item -> client.delete(item).expect(204));
        others.forEach(other -> client.delete(other).expect(204));
        assertThat(paged).startsWith(made.stream().map(StatisticsIT::sid).toArray(String[]::new)).hasSize(4);
    }

    private static String workspaceWithQueue(String name) {
        String made = client.post("/v1/Workspaces", "FriendlyName", name).expect(201).field("url");
        client.post(made + "/TaskQueues", "FriendlyName", "all").expect(201);
        return made;
    }

    private static String onlyQueue(String workspace) {
        return ask(workspace + "/TaskQueues").at("/task_queues/0/sid").asString();
    }

    @Test
    void refusesPeriodsAndThresholdsThatAreNone() {
        client.get(workspace + "/Statistics?Minutes=never").expect(400);
        client.get(workspace + "/Statistics?SplitByWaitTime=a").expect(400);
        client.get(workspace + "/Statistics?StartDate=2026-02-02&EndDate=2026-02-01").expect(400);
        client.get(workspace + "/TaskQueues/" + UNKNOWN + "/Statistics").expect(404);
    }

    private static String task(String status, String... form) {
        String task = client.post(workspace + "/Tasks", form).expect(201).field("url");
        await().until(() -> client.get(task).field("assignment_status").equals(status));
        return task;
    }

    private static String reservation(String task) {
        return client.get(task + "/Reservations").json().at("/reservations/0/url").asString();
    }

    private static String made(String part, String... form) {
        return client.post(workspace + part, form).expect(201).field("url");
    }

    private static String sid(String url) {
        return url.substring(url.lastIndexOf('/') + 1);
    }

    private static JsonNode get(String path) {
        return ask(workspace + path);
    }

    private static JsonNode ask(String url) {
        return client.get(url).expect(200).json();
    }

    private static List<Integer> numbers(JsonNode node, String... names) {
        return List.of(names).stream().map(name -> node.path(name).asInt(-1)).toList();
    }

    private static Map<String, Integer> workers(JsonNode node) {
        return node.path("activity_statistics")
                .valueStream()
                .collect(Collectors.toMap(one -> one.path("friendly_name").asString(),
                        one -> one.path("workers").asInt()));
    }
}
