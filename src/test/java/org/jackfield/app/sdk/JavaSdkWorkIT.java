package org.jackfield.app.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.Account;
import com.twilio.rest.taskrouter.v1.Workspace;
import com.twilio.rest.taskrouter.v1.workspace.Activity;
import com.twilio.rest.taskrouter.v1.workspace.Event;
import com.twilio.rest.taskrouter.v1.workspace.EventReader;
import com.twilio.rest.taskrouter.v1.workspace.Task;
import com.twilio.rest.taskrouter.v1.workspace.TaskChannel;
import com.twilio.rest.taskrouter.v1.workspace.TaskQueue;
import com.twilio.rest.taskrouter.v1.workspace.TaskReader;
import com.twilio.rest.taskrouter.v1.workspace.Worker;
import com.twilio.rest.taskrouter.v1.workspace.Workflow;
import com.twilio.rest.taskrouter.v1.workspace.task.Reservation;
import com.twilio.rest.taskrouter.v1.workspace.worker.WorkerChannel;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jackfield.app.Client;
import org.jackfield.app.Product;
import org.jackfield.sdk.JackfieldHttpClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole life of work that is no call, through the official Java SDK, with an application that is asked about each offer. */
class JavaSdkWorkIT {

    private static final String SID = "AC" + "1".repeat(32);
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path data = Path.of("");
    private static Product product;
    private static TwilioRestClient client;
    private static Client plain;
    private static AssignmentServer application;

    private String workspace = "";

    @BeforeAll
    static void start() throws IOException {
        product = Product.start(data, Map.of("JACKFIELD_ACCOUNT_SID", SID, "JACKFIELD_AUTH_TOKEN", TOKEN,
                "JACKFIELD_ALLOW_CALLBACKS_TO", "127.0.0.1"));
        Account account = Account.creator().setFriendlyName("Work story").create(sdk(SID, TOKEN));
        client = sdk(account.getSid(), account.getAuthToken());
        plain = new Client(product.ready().url(), account.getSid(), account.getAuthToken());
        application = new AssignmentServer(plain.get("/jackfield/v1/callback-key").expect(200).field("key"));
    }

    @AfterAll
    static void stop() {
        application.close();
        product.close();
    }

    @Test
    void livesFromWorkspaceToCompletionThroughTheCallback() {
        open("life");
        URI accepts = application.answering("/accept", _ -> "{\"instruction\": \"accept\"}");
        String busy = Activity.creator(workspace, "Busy").setAvailable(false).create(client).getSid();
        TaskChannel mail = TaskChannel.creator(workspace, "Letters", "letter").create(client);
        TaskQueue queue = TaskQueue.creator(workspace, "letters").setTargetWorkers("reads == true").create(client);
        Workflow policy = policy("letters", accepts, accepts);
        Worker ann = worker("ann", "{\"reads\": true}");
        WorkerChannel share = WorkerChannel.updater(workspace, ann.getSid(), "letter").setCapacity(2).update(client);

        Task made = Task.creator(workspace)
                .setWorkflowSid(policy.getSid())
                .setTaskChannel("letter")
                .setAttributes("{\"type\": \"complaint\"}")
                .setPriority(3)
                .create(client);
        Task assigned = await().atMost(PATIENCE)
                .until(() -> task(made), task -> task.getAssignmentStatus() == Task.Status.ASSIGNED);
        Reservation held = Reservation.reader(workspace, made.getSid()).read(client).iterator().next();
        Reservation.updater(workspace, made.getSid(), held.getSid())
                .setReservationStatus(Reservation.Status.COMPLETED)
                .setWorkerActivitySid(busy)
                .update(client);

        assertThat(share.getConfiguredCapacity()).isEqualTo(2);
        assertThat(share.getTaskChannelSid()).isEqualTo(mail.getSid());
        assertThat(assigned.getTaskQueueSid()).isEqualTo(queue.getSid());
        assertThat(assigned.getTaskChannelSid()).isEqualTo(mail.getSid());
        assertThat(task(made).getAssignmentStatus()).isEqualTo(Task.Status.COMPLETED);
        assertThat(Worker.fetcher(workspace, ann.getSid()).fetch(client).getActivitySid()).isEqualTo(busy);
        assertThatItWasAsked(made, ann, policy, held);
        assertThat(application.unsigned()).isEmpty();
        assertThat(Task.deleter(workspace, made.getSid()).delete(client)).isTrue();
        refused(404, () -> task(made));
    }

    private static void assertThatItWasAsked(Task made, Worker ann, Workflow policy, Reservation held) {
        Map<String, String> asked = askedAbout(made);
        assertThat(asked).containsEntry("WorkerSid", ann.getSid())
                .containsEntry("WorkflowSid", policy.getSid())
                .containsEntry("ReservationSid", held.getSid())
                .containsEntry("TaskPriority", "3")
                .containsKeys("Timestamp", "AccountSid", "WorkspaceSid", "TaskQueueSid", "TaskAge");
        assertThat(asked.get("TaskAttributes")).contains("complaint");
        assertThat(asked.get("WorkerAttributes")).contains("reads");
    }

    @Test
    void asksTheFallbackWhenTheAddressFailsAndMovesTheWorkerWhoRejects() {
        open("fallback");
        String away = Activity.creator(workspace, "Away").setAvailable(false).create(client).getSid();
        URI fails = application.answering("/fails", _ -> "");
        URI rejects = application.answering("/reject",
                _ -> "{\"instruction\": \"reject\", \"activity_sid\": \"" + away + "\"}");
        TaskQueue.creator(workspace, "all").create(client);
        Workflow policy = policy("all", fails, rejects);
        Worker ann = worker("ann", "{}");

        Task made = Task.creator(workspace).setWorkflowSid(policy.getSid()).setAttributes("{}").create(client);
        await().atMost(PATIENCE)
                .until(() -> Worker.fetcher(workspace, ann.getSid()).fetch(client).getActivitySid(), away::equals);

        Reservation rejected = Reservation.reader(workspace, made.getSid()).read(client).iterator().next();
        assertThat(rejected.getReservationStatus()).isEqualTo(Reservation.Status.REJECTED);
        assertThat(task(made).getAssignmentStatus()).isEqualTo(Task.Status.PENDING);
        assertThat(plain.get("/monitor/v1/Alerts").expect(200).text()).contains("11200", rejected.getSid());
    }

    @Test
    void letsTheReservationRunWhenNobodyAnswersAndHoldsNothingElseUp() {
        open("silence");
        URI fails = application.answering("/silence", _ -> "");
        TaskQueue.creator(workspace, "all").create(client);
        Workflow asking = policy("all", fails, fails);
        Worker ann = worker("ann", "{}");

        Task made = Task.creator(workspace).setWorkflowSid(asking.getSid()).setAttributes("{}").create(client);
        Reservation offered = await().atMost(PATIENCE).until(() -> offers(made), list -> !list.isEmpty()).getFirst();
        await().atMost(PATIENCE)
                .until(() -> application.forms().stream().filter(form -> isAbout(form, made)).count(),
                        asked -> asked == 2);
        assertThat(offered.getReservationStatus()).isEqualTo(Reservation.Status.PENDING);
        com.twilio.rest.taskrouter.v1.workspace.worker.Reservation
                .updater(workspace, ann.getSid(), offered.getSid())
                .setInstruction("accept")
                .update(client);

        assertThat(task(made).getAssignmentStatus()).isEqualTo(Task.Status.ASSIGNED);
    }

    @Test
    void changesDeletesAndFiltersTasks() {
        open("changes");
        TaskQueue.creator(workspace, "all").create(client);
        Workflow policy = policy("all", null, null);
        Task first = Task.creator(workspace).setWorkflowSid(policy.getSid()).setAttributes("{\"n\": 1}").create(client);
        Task second = Task.creator(workspace)
                .setWorkflowSid(policy.getSid())
                .setAttributes("{\"n\": 2}")
                .create(client);

        Task changed = Task.updater(workspace, first.getSid())
                .setPriority(7)
                .setTaskChannel("chat")
                .setAttributes("{\"n\": 3}")
                .update(client);
        refused(412, () -> Task.updater(workspace, first.getSid()).setIfMatch("\"0\"").setPriority(1).update(client));
        refused(400, () -> Task.updater(workspace, first.getSid())
                .setAssignmentStatus(Task.Status.CANCELED)
                .setPriority(1)
                .update(client));

        assertThat(changed.getPriority()).isEqualTo(7);
        assertThat(changed.getTaskChannelUniqueName()).isEqualTo("chat");
        assertThat(found(Task.reader(workspace).setEvaluateTaskAttributes("n == 2"))).containsExactly(second.getSid());
        assertThat(found(Task.reader(workspace).setPriority(7))).containsExactly(first.getSid());
        assertThat(found(Task.reader(workspace).setAssignmentStatus(List.of("pending", "reserved")).setPageSize(1L)))
                .containsExactly(first.getSid(), second.getSid());
        assertThat(found(Task.reader(workspace).setOrdering("DateCreated:desc").setPageSize(1L)))
                .containsExactly(second.getSid(), first.getSid());
        assertThat(Task.deleter(workspace, second.getSid()).delete(client)).isTrue();
        assertThat(found(Task.reader(workspace).setWorkflowName("all"))).containsExactly(first.getSid());
    }

    @Test
    void findsWorkersByExpressionAndQueueAndRoutesToOneOfThem() {
        open("people");
        TaskQueue queue = TaskQueue.creator(workspace, "sales").setTargetWorkers("level > 2").create(client);
        Worker ann = worker("ann", "{\"level\": 3}");
        Worker bob = worker("bob", "{\"level\": 4}");
        Worker cyd = worker("cyd", "{\"level\": 1}");

        Task made = Task.creator(workspace).setRoutingTarget(bob.getSid()).setAttributes("{}").create(client);
        Reservation offered = await().atMost(PATIENCE).until(() -> offers(made), list -> !list.isEmpty()).getFirst();

        assertThat(offered.getWorkerSid()).isEqualTo(bob.getSid());
        assertThat(task(made).getTaskQueueSid()).isEqualTo(queue.getSid());
        List<String> serving = new ArrayList<>();
        Worker.reader(workspace).setTaskQueueName("sales").read(client).forEach(one -> serving.add(one.getSid()));
        assertThat(serving).containsExactly(ann.getSid(), bob.getSid());
        List<String> beginners = new ArrayList<>();
        Worker.reader(workspace)
                .setTargetWorkersExpression("level < 2")
                .read(client)
                .forEach(one -> beginners.add(one.getSid()));
        assertThat(beginners).containsExactly(cyd.getSid());
        refused(400, () -> Task.creator(workspace).setRoutingTarget(cyd.getSid()).setAttributes("{}").create(client));
    }

    @Test
    void listsWorkersAndQueuesInTheOrderOfTheirChanges() {
        open("order");
        List<String> workers = List.of(worker("ann", "{}").getSid(), worker("bob", "{}").getSid(),
                worker("cyd", "{}").getSid());
        List<String> queues = List.of(TaskQueue.creator(workspace, "one").create(client).getSid(),
                TaskQueue.creator(workspace, "two").create(client).getSid());
        String away = Activity.creator(workspace, "Away").setAvailable(false).create(client).getSid();
        Worker.updater(workspace, workers.getFirst()).setActivitySid(away).update(client);
        TaskQueue.updater(workspace, queues.getFirst()).setMaxReservedWorkers(2).update(client);

        assertThat(workers("DateStatusChanged:asc")).containsExactly(workers.get(1), workers.get(2), workers.get(0));
        assertThat(workers("DateStatusChanged:desc")).containsExactly(workers.get(0), workers.get(2), workers.get(1));
        assertThat(queues("DateUpdated:asc")).containsExactly(queues.get(1), queues.get(0));
        assertThat(queues("DateUpdated:desc")).containsExactly(queues.get(0), queues.get(1));
        refused(400, () -> workers("FriendlyName:asc"));
        String foreign = "/v1/Workspaces/" + workspace + "/Workers?Ordering=DateStatusChanged:asc&PageToken=PA"
                + workers.getFirst();
        plain.get(foreign).expect(400);
    }

    private List<String> workers(String ordering) {
        List<String> found = new ArrayList<>();
        Worker.reader(workspace)
                .setOrdering(ordering)
                .setPageSize(1L)
                .read(client)
                .forEach(
                        one -> found.add(one.getSid()));
        return found;
    }

    private List<String> queues(String ordering) {
        List<String> found = new ArrayList<>();
        TaskQueue.reader(workspace)
                .setOrdering(ordering)
                .setPageSize(1L)
                .read(client)
                .forEach(
                        one -> found.add(one.getSid()));
        return found;
    }

    @Test
    void evaluatesTasksAnewAndFindsOneEventByItsSid() {
        open("anew");
        TaskQueue.creator(workspace, "first").create(client);
        TaskQueue second = TaskQueue.creator(workspace, "second").create(client);
        Workflow policy = policy("first", null, null);
        Task made = Task.creator(workspace).setWorkflowSid(policy.getSid()).setAttributes("{}").create(client);

        Workflow.updater(workspace, policy.getSid())
                .setConfiguration("{\"task_routing\":{\"default_filter\":{\"queue\":\"second\"}}}")
                .setReEvaluateTasks("true")
                .update(client);

        await().atMost(PATIENCE).until(() -> task(made).getTaskQueueSid(), second.getSid()::equals);
        Event moved = await().atMost(PATIENCE)
                .until(() -> events(Event.reader(workspace).setEventType("task-queue.moved")), list -> !list.isEmpty())
                .getFirst();
        assertThat(events(Event.reader(workspace).setSid(moved.getSid()))).extracting(Event::getSid)
                .containsExactly(moved.getSid());
        assertThat(events(Event.reader(workspace).setSid(moved.getSid()).setEventType("task.created"))).isEmpty();
    }

    private static List<Event> events(EventReader reader) {
        List<Event> found = new ArrayList<>();
        reader.read(client).forEach(found::add);
        return found;
    }

    private void open(String name) {
        workspace = Workspace.creator(name).create(client).getSid();
    }

    private Workflow policy(String queue, @Nullable URI url,
            @Nullable URI fallback) {
        return Workflow
                .creator(workspace, queue, "{\"task_routing\":{\"default_filter\":{\"queue\":\"" + queue + "\"}}}")
                .setAssignmentCallbackUrl(url)
                .setFallbackAssignmentCallbackUrl(fallback)
                .create(client);
    }

    private Worker worker(String name, String attributes) {
        String available = plain.get("/v1/Workspaces/" + workspace + "/Activities?Available=true")
                .expect(200)
                .json()
                .at("/activities/0/sid")
                .asString();
        return Worker.creator(workspace, name).setAttributes(attributes).setActivitySid(available).create(client);
    }

    private Task task(Task made) {
        return Task.fetcher(workspace, made.getSid()).fetch(client);
    }

    private List<Reservation> offers(Task made) {
        List<Reservation> found = new ArrayList<>();
        Reservation.reader(workspace, made.getSid()).read(client).forEach(found::add);
        return found;
    }

    private List<String> found(TaskReader reader) {
        List<String> found = new ArrayList<>();
        reader.read(client).forEach(task -> found.add(task.getSid()));
        return found;
    }

    private static Map<String, String> askedAbout(Task made) {
        return application.forms().stream().filter(form -> isAbout(form, made)).findFirst().orElseThrow();
    }

    private static boolean isAbout(Map<String, String> form, Task made) {
        return made.getSid().equals(form.get("TaskSid"));
    }

    private static void refused(int status, Runnable attempt) {
        assertThatThrownBy(attempt::run).isInstanceOfSatisfying(ApiException.class,
                refusal -> assertThat(refusal.getStatusCode()).isEqualTo(status));
    }

    private static TwilioRestClient sdk(String user, String secret) {
        return new TwilioRestClient.Builder(user, secret).httpClient(new JackfieldHttpClient(product.ready().url()))
                .build();
    }
}
