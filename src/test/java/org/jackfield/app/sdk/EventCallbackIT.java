package org.jackfield.app.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.taskrouter.v1.Workspace;
import com.twilio.rest.taskrouter.v1.workspace.Event;
import com.twilio.rest.taskrouter.v1.workspace.Task;
import com.twilio.rest.taskrouter.v1.workspace.Worker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jackfield.app.Client;
import org.jackfield.app.Product;
import org.jackfield.sdk.JackfieldHttpClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications that are told what happens in their workspaces: that live, that fail for a while or for good, that come back. */
class EventCallbackIT {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Map<String, String> SETTINGS = Map.of("JACKFIELD_ACCOUNT_SID", SID, "JACKFIELD_AUTH_TOKEN",
            TOKEN, "JACKFIELD_ALLOW_CALLBACKS_TO", "127.0.0.1", "JACKFIELD_EVENT_CALLBACKS_LONGEST_PAUSE", "1s");

    @TempDir
    private static Path data = Path.of("");
    private static Product product;
    private static TwilioRestClient client;
    private static Client plain;
    private static AssignmentServer application;

    private final List<Map<String, String>> told = Collections.synchronizedList(new ArrayList<>());
    private String workspace = "";

    @BeforeAll
    static void start() throws IOException {
        Map<String, String> settings = new LinkedHashMap<>(SETTINGS);
        settings.put("JACKFIELD_EVENT_CALLBACKS_GIVE_UP_AFTER", "20s");
        product = Product.start(data, settings);
        client = sdk(product);
        plain = new Client(product.ready().url(), SID, TOKEN);
        application = new AssignmentServer(plain.get("/jackfield/v1/callback-key").expect(200).field("key"));
    }

    @AfterAll
    static void stop() {
        application.close();
        product.close();
    }

    @Test
    void tellsWhatTheListSaysSignedAndInOrder() {
        open("all", "");
        Worker ann = available("ann", "{\"contact_uri\": \"sip:ann@example.org\"}");
        List<Task> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(task("{\"n\": " + i + "}"));
        }
        complete(made);

        List<Event> listed = awaitListed(happened -> count(happened, "task.completed") == 5);
        await().atMost(PATIENCE).until(() -> sids().containsAll(listed.stream().map(Event::getSid).toList()));

        Map<String, String> completed = form(form -> "task.completed".equals(form.get("EventType"))
                && made.getFirst().getSid().equals(form.get("TaskSid")));
        assertThat(completed).containsEntry("AccountSid", SID)
                .containsEntry("WorkspaceSid", workspace)
                .containsEntry("WorkspaceName", "all")
                .containsEntry("ResourceType", "task")
                .containsEntry("ResourceSid", made.getFirst().getSid())
                .containsEntry("TaskAttributes", "{\"n\":0}")
                .containsEntry("TaskAssignmentStatus", "completed")
                .containsKeys("Sid", "EventDescription", "Timestamp", "TimestampMs", "TaskPriority", "TaskAge",
                        "TaskQueueSid", "TaskQueueName", "WorkflowSid", "TaskChannelUniqueName");
        assertThat(form(form -> "worker.activity.update".equals(form.get("EventType")))).containsEntry("WorkerSid",
                ann.getSid()).containsEntry("WorkerName", "ann").containsEntry("WorkerActivityName", "Available");
        assertThat(application.unsigned()).isEmpty();
        made.forEach(task -> assertThat(typesOf(task)).isEqualTo(listedTypesOf(listed, task)));
    }

    @Test
    void tellsOnlyWhatTheFilterNamesAndRefusesUnknownTypes() {
        open("some", "reservation.accepted, task.created");
        available("ann", "{}");
        complete(List.of(task("{}")));
        awaitTold("reservation.accepted");

        Workspace shown = Workspace.fetcher(workspace).fetch(client);
        assertThat(types()).containsOnly("task.created", "reservation.accepted");
        assertThat(shown.getEventsFilter()).isEqualTo("task.created,reservation.accepted");
        Client.Answer refused = plain.post("/v1/Workspaces/" + workspace, "EventsFilter", "task.created,task.eaten")
                .expect(400);
        assertThat(refused.text()).contains("task.eaten", "worker.activity.update");
        plain.post("/v1/Workspaces/" + workspace, "EventCallbackUrl", "file:///etc/passwd").expect(400);
        plain.post("/v1/Workspaces", "FriendlyName", "deaf", "EventsFilter", "task.created").expect(400);

        Workspace.updater(workspace).setEventsFilter("task.canceled").update(client);
        Task canceled = task("{}");
        Task.updater(workspace, canceled.getSid()).setAssignmentStatus(Task.Status.CANCELED).update(client);
        awaitTold("task.canceled");
        plain.post("/v1/Workspaces/" + workspace, "EventCallbackUrl", "").expect(200);
        assertThat(plain.get("/v1/Workspaces/" + workspace).expect(200).json().path("event_callback_url").isNull())
                .isTrue();
        assertThat(types()).containsOnly("task.created", "reservation.accepted", "task.canceled");
    }

    @Test
    void tellsEverythingInOrderWhenTheAddressWorksAgain() {
        AtomicInteger attempts = new AtomicInteger();
        open("again", "", _ -> attempts.incrementAndGet() > 3);
        available("ann", "{}");
        Task made = task("{}");
        complete(List.of(made));

        List<Event> listed = awaitListed(happened -> count(happened, "task.completed") == 1);
        await().atMost(PATIENCE).until(() -> sids().containsAll(listed.stream().map(Event::getSid).toList()));

        assertThat(attempts.get()).isGreaterThan(listed.size());
        assertThat(typesOf(made)).isEqualTo(listedTypesOf(listed, made));
    }

    @Test
    void keepsNobodyBackWhenOneEventIsRefused() {
        open("poison", "", form -> !"worker.activity.update".equals(form.get("EventType")));
        available("ann", "{}");
        Task made = task("{}");
        complete(List.of(made));

        awaitTold("task.completed");
        await().atMost(PATIENCE).until(() -> {
            complete(List.of(task("{}")));
            return alerts().contains("was not told of 1 events");
        });

        assertThat(types()).doesNotContain("worker.activity.update");
    }

    @Test
    void givesUpADeadAddressAndHoldsUpNobodyElse() {
        open("dead", "", _ -> false);
        String dead = workspace;
        task("{}");
        open("beside", "");
        complete(List.of(taskOf("beside")));
        awaitTold("task.completed");

        await().atMost(PATIENCE)
                .until(() -> alerts().contains("the event callback of workspace " + dead
                        + " was not told of"));

        assertThat(alerts()).contains("the event callback of workspace " + dead + " fails and is tried again");
        told.clear();
        workspace = dead;
        Workspace.updater(dead).setEventCallbackUrl(answering("revived", _ -> true)).update(client);
        Task later = task("{}");
        await().atMost(PATIENCE).until(() -> typesOf(later), List.of("task.created")::equals);
    }

    @Test
    void goesOnAfterTheNodeDied(@TempDir Path folder) throws IOException {
        AtomicInteger attempts = new AtomicInteger();
        String made;
        try (Product first = Product.start(folder, SETTINGS)) {
            Client one = new Client(first.ready().url(), SID, TOKEN);
            String url = one.post("/v1/Workspaces", "FriendlyName", "survivor", "Template", "FIFO",
                    "EventCallbackUrl", answering("survivor", _ -> attempts.get() < 0).toString())
                    .expect(201)
                    .field("url");
            made = one.post(url + "/Tasks", "Attributes", "{}").expect(201).field("sid");
            await().atMost(PATIENCE).until(() -> application.forms().stream().anyMatch(form -> isOf(form, made)));
            first.kill();
        }
        answering("survivor", _ -> true);

        try (Product second = Product.start(folder, SETTINGS)) {
            assertThat(second.ready().url()).isNotEmpty();
            await().atMost(PATIENCE).until(() -> told.stream().anyMatch(form -> isOf(form, made)));
        }

        assertThat(told.stream().filter(form -> isOf(form, made)).map(form -> form.get("EventType")))
                .containsExactly("task.created");
    }

    private static boolean isOf(Map<String, String> form, String task) {
        return task.equals(form.get("TaskSid"));
    }

    private void open(String name, String filter) {
        open(name, filter, _ -> true);
    }

    private void open(String name, String filter, Predicate<Map<String, String>> takes) {
        workspace = Workspace.creator(name)
                .setTemplate("FIFO")
                .setEventCallbackUrl(answering(name, takes))
                .setEventsFilter(filter)
                .create(client)
                .getSid();
    }

    private URI answering(String path, Predicate<Map<String, String>> takes) {
        return application.answering("/" + path, form -> {
            boolean taken = takes.test(form);
            if (taken) {
                told.add(form);
            }
            return taken ? "taken" : "";
        });
    }

    private Worker available(String name, String attributes) {
        String activity = plain.get("/v1/Workspaces/" + workspace + "/Activities?Available=true")
                .expect(200)
                .json()
                .at("/activities/0/sid")
                .asString();
        Worker made = Worker.creator(workspace, name).setAttributes(attributes).create(client);
        return Worker.updater(workspace, made.getSid()).setActivitySid(activity).update(client);
    }

    private Task taskOf(String worker) {
        available(worker, "{}");
        return task("{}");
    }

    private Task task(String attributes) {
        return Task.creator(workspace).setAttributes(attributes).create(client);
    }

    /** Each in turn is accepted by the worker and completed. */
    private void complete(List<Task> tasks) {
        for (Task task : tasks) {
            String offers = "/v1/Workspaces/" + workspace + "/Tasks/" + task.getSid() + "/Reservations";
            String offer = await().atMost(PATIENCE)
                    .until(() -> plain.get(offers).expect(200).json().at("/reservations/0/url").asString(""),
                            found -> !found.isEmpty());
            plain.post(offer, "ReservationStatus", "accepted").expect(200);
            plain.post(offer, "ReservationStatus", "completed").expect(200);
        }
    }

    private List<Event> awaitListed(Predicate<List<Event>> enough) {
        return await().atMost(PATIENCE).until(() -> {
            List<Event> listed = new ArrayList<>();
            Event.reader(workspace).read(client).forEach(listed::addFirst);
            return listed;
        }, enough);
    }

    private void awaitTold(String type) {
        await().atMost(PATIENCE).until(() -> types().contains(type));
    }

    private static long count(List<Event> events, String type) {
        return events.stream().filter(event -> event.getEventType().equals(type)).count();
    }

    private Set<String> types() {
        return List.copyOf(told).stream().map(form -> form.get("EventType")).collect(Collectors.toSet());
    }

    private Set<String> sids() {
        return List.copyOf(told).stream().map(form -> form.get("Sid")).collect(Collectors.toSet());
    }

    private Map<String, String> form(Predicate<Map<String, String>> wanted) {
        return List.copyOf(told).stream().filter(wanted).findFirst().orElseThrow();
    }

    /** In the order in which they were told, each once. */
    private List<String> typesOf(Task task) {
        Map<String, String> bySid = new LinkedHashMap<>();
        List.copyOf(told)
                .stream()
                .filter(form -> isOf(form, task.getSid()))
                .forEach(form -> bySid.putIfAbsent(form.get("Sid"), form.get("EventType")));
        return List.copyOf(bySid.values());
    }

    private static List<String> listedTypesOf(List<Event> listed, Task task) {
        return listed.stream()
                .filter(event -> String.valueOf(event.getEventData()).contains(task.getSid()))
                .map(Event::getEventType)
                .toList();
    }

    private static String alerts() {
        return plain.get("/monitor/v1/Alerts").expect(200).text();
    }

    private static TwilioRestClient sdk(Product running) {
        return new TwilioRestClient.Builder(SID, TOKEN).httpClient(new JackfieldHttpClient(running.ready().url()))
                .build();
    }
}
