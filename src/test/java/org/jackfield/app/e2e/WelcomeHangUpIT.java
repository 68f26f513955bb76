package org.jackfield.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jackfield.app.e2e.EventFeed.Seen;
import org.jackfield.connectors.sip.PhoneCall;
import org.jackfield.connectors.sip.SipText;
import org.jackfield.connectors.sip.TestPhone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * The caller hangs up at each element of the shipped flow {@code welcome}, the moment its event says that the call came
 * there: the process ends by its drawn path, the work item is over, nothing rings on, nothing stays alive. The elements are
 * read from the model file: a new one without a case fails.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WelcomeHangUpIT {

    /** How a call comes to an element. */
    private enum Way {
        NOTHING_PRESSED(""),
        SALES("1"),
        WRONG("9"),
        WRONG_AGAIN_AND_AGAIN("999"),
        /** Nobody made that queue. */
        SUPPORT("2"),
        /** The number runs a copy of the flow in which nobody waits longer than two seconds. */
        NOBODY_FREE("1"),
        /** An agent answers and hangs up. */
        SERVED("1"),
        /** The account deployed opening hours of its own. */
        CLOSED("");

        private final String keys;

        Way(String keys) {
            this.keys = keys;
        }
    }

    private static final Map<Way, List<String>> CASES = Map.of(
            Way.NOTHING_PRESSED, List.of("call-received", "look-up-hours", "is-open", "greet-caller",
                    "ask-for-department", "nothing-pressed"),
            Way.SALES, List.of("choose-queue", "is-queue-chosen", "report-choice", "wait-for-agent"),
            Way.WRONG, List.of("is-try-left", "explain-choices"),
            Way.WRONG_AGAIN_AND_AGAIN, List.of("say-goodbye", "end-fruitless-call", "choice-missed"),
            Way.SUPPORT, List.of("queue-failed", "apologize", "end-waiting-call", "caller-not-served"),
            Way.NOBODY_FREE, List.of("nobody-free"),
            Way.SERVED, List.of("thank-caller", "end-served-call", "caller-served"),
            Way.CLOSED, List.of("explain-closing", "end-closed-call", "caller-turned-away"));

    /** There the flow itself hangs up: nobody tells it what it did. */
    private static final Set<String> BY_THE_FLOW = Set.of("end-fruitless-call", "choice-missed", "end-waiting-call",
            "caller-not-served", "end-served-call", "caller-served", "end-closed-call", "caller-turned-away");
    /** These change what all calls of the account meet, so they run alone; the others beside each other. */
    private static final Set<Way> ALONE = Set.of(Way.SERVED, Way.CLOSED);
    private static final String ACCOUNT = "what all calls of the account meet";
    private static final List<String> DRAWN_PATH = List.of("event-hung-up", "report-hung-up", "end-hung-up");
    private static final Set<String> ENDED = Set.of("rejected", "timeout", "timed-out", "canceled", "rescinded",
            "completed");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path folder = Path.of("target");

    private RunningProduct product;
    private Api api;
    private Center center;
    private EventFeed feed;
    private TestPhone agent;
    private String ann;
    private String hastyNumber;
    private final AtomicInteger callers = new AtomicInteger();

    @BeforeAll
    void startProduct() {
        product = RunningProduct.start(folder.resolve("data"), Map.of("JACKFIELD_WORK_WRAP_UP_TIME", "1s"));
        api = product.api();
        center = Center.running(api, "welcome", List.of("sales"));
        feed = EventFeed.open(api);
        agent = new TestPhone("ann", product.sipPort());
        ann = center.worker("ann", "sales", agent.contact(), false);
        api.postXml("/jackfield/v1/flows", ModelElements.text("welcome.bpmn")
                .replace("id=\"welcome\"", "id=\"welcome-hasty\"")
                .replace("PT30M", "PT2S"));
        hastyNumber = Center.takeNumber(api, "welcome-hasty");
    }

    @AfterAll
    void stopProduct() {
        if (product != null) {
            feed.close();
            agent.close();
            product.close();
        }
    }

    static Stream<String> elements() {
        return CASES.values().stream().flatMap(List::stream);
    }

    static Stream<String> elementsOnQuietWays() {
        return elements().filter(element -> !ALONE.contains(wayTo(element)));
    }

    static Stream<String> elementsOnWaysOfTheirOwn() {
        return elements().filter(element -> ALONE.contains(wayTo(element)));
    }

    private static Way wayTo(String element) {
        return CASES.entrySet()
                .stream()
                .filter(entry -> entry.getValue().contains(element))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    @Test
    void hasACaseForEachElementOfTheModel() {
        ModelElements model = ModelElements.of("welcome.bpmn");

        assertThat(elements().toList()).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(elements().toList())).isEqualTo(model.mainWay());
        Set<String> afterTheEnd = new TreeSet<>(model.eventSubProcesses());
        assertThat(afterTheEnd.removeAll(DRAWN_PATH)).isTrue();
        assertThat(afterTheEnd).as("only the way of a lost call is left, which no caller can take")
                .containsExactly("end-lost", "event-lost", "report-lost");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("elementsOnQuietWays")
    @Execution(ExecutionMode.CONCURRENT)
    @ResourceLock(value = ACCOUNT, mode = ResourceAccessMode.READ)
    void endsByTheDrawnPathWhenTheCallerHangsUpAt(String element) {
        hangUpAt(element, wayTo(element));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("elementsOnWaysOfTheirOwn")
    @ResourceLock(ACCOUNT)
    void endsByTheDrawnPathWhenTheCallerIsServedOrTurnedAwayAndHangsUpAt(String element) {
        hangUpAt(element, wayTo(element));
    }

    private void hangUpAt(String element, Way way) {
        prepare(way);
        try (Caller caller = call(way == Way.NOBODY_FREE ? hastyNumber : center.number())) {
            String call = callOf(caller);
            caller.media().press(way.keys);
            if (way == Way.SERVED) {
                serve(call);
            }

            feed.await("entered " + element, event -> event.key().equals(call)
                    && event.is("element.entered", "element", element));
            caller.hangUp();

            leftByTheDrawnPath(call, element);
            theWorkItemIsOver(call, way == Way.SERVED ? "completed" : "canceled");
        } finally {
            settle(way);
        }
        nothingRingsOn();
    }

    private void prepare(Way way) {
        if (way == Way.CLOSED) {
            api.postXml("/jackfield/v1/flows",
                    ModelElements.text("opening-hours.dmn").replace("\"open\"", "\"closed\""));
        } else if (way == Way.SERVED) {
            center.setAvailable(ann, true);
        }
    }

    private void settle(Way way) {
        if (way == Way.CLOSED) {
            assertThat(api.tryDelete("/jackfield/v1/flows/opening-hours").status()).isEqualTo(204);
        } else if (way == Way.SERVED) {
            center.setAvailable(ann, false);
        }
    }

    /** The agent answers, talks, and hangs up. */
    private void serve(String call) {
        PhoneCall ring = agent.awaitCall();
        ring.accept();
        ring.awaitRequest("ACK");
        feed.await("talk", event -> event.key().equals(call) && event.type().equals("work-item.assigned"));
        ring.bye();
        agent.poll(message -> message.status() == 200 && message.method().equals("BYE"), PATIENCE);
    }

    @Test
    @ResourceLock(ACCOUNT)
    void cancelsTheRingingWhenTheCallerHangsUpWhileTheAgentsPhoneRings() {
        center.setAvailable(ann, true);
        try (Caller caller = call(center.number())) {
            String call = callOf(caller);
            caller.media().press("1");
            PhoneCall ring = agent.awaitCall();
            ring.respond(180);
            feed.await("ringing", event -> event.key().equals(call) && event.type().equals("call.ringing")
                    && event.text("parent").equals(call));

            caller.hangUp();

            ring.respond(ring.awaitRequest("CANCEL"), 200, "");
            ring.respond(487);
            ring.awaitRequest("ACK");
            leftByTheDrawnPath(call, "wait-for-agent");
            theWorkItemIsOver(call, "canceled");
        } finally {
            center.setAvailable(ann, false);
        }
        nothingRingsOn();
    }

    @Test
    @ResourceLock(ACCOUNT)
    void endsTheTalkForBothWhenTheCallerHangsUpInIt() {
        center.setAvailable(ann, true);
        try (Caller caller = call(center.number())) {
            String call = callOf(caller);
            caller.media().press("1");
            PhoneCall ring = agent.awaitCall();
            ring.accept();
            ring.awaitRequest("ACK");
            feed.await("talk", event -> event.key().equals(call) && event.type().equals("work-item.assigned"));

            caller.hangUp();

            ring.respond(ring.awaitRequest("BYE"), 200, "");
            leftByTheDrawnPath(call, "wait-for-agent");
            theWorkItemIsOver(call, "completed");
            feed.await("recording", event -> event.is("recording.completed", "call", call));
        } finally {
            center.setAvailable(ann, false);
        }
        nothingRingsOn();
    }

    private Caller call(String number) {
        return Caller.call("caller" + callers.incrementAndGet(), number, product.sipPort());
    }

    private String callOf(Caller caller) {
        return feed.await("call of " + caller.name(), event -> event.type().equals("call.received")
                && event.text("from").contains(caller.name() + "@")).key();
    }

    private void leftByTheDrawnPath(String call, String element) {
        feed.await("end of the call", event -> event.is("call.completed", "call", call));
        everythingEnteredIsLeft(call);
        List<String> entered = feed.of(call)
                .stream()
                .filter(event -> event.type().equals("element.entered"))
                .map(event -> event.text("element"))
                .toList();
        List<String> expected = new ArrayList<>(List.of(element));
        if (BY_THE_FLOW.contains(element)) {
            assertThat(entered).containsAll(expected).doesNotContainAnyElementsOf(DRAWN_PATH);
        } else {
            expected.addAll(DRAWN_PATH);
            assertThat(entered).containsSubsequence(expected).endsWith("end-hung-up");
        }
        JsonNode record = api.get(api.accountPath("/Calls/" + call + ".json"));
        assertThat(record.get("status").asString()).isEqualTo("completed");
    }

    /** No token stands anywhere: the process instance is over. */
    private void everythingEnteredIsLeft(String key) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(standing(key)).as("elements of " + key + " with a token").isEmpty());
    }

    private List<String> standing(String key) {
        List<String> tokens = new ArrayList<>();
        for (Seen event : feed.of(key)) {
            String place = event.text("instance") + " " + event.text("element");
            if (event.type().equals("element.entered")) {
                tokens.add(place);
            } else if (event.type().equals("element.left")) {
                tokens.remove(place);
            }
        }
        return tokens;
    }

    private void theWorkItemIsOver(String call, String state) {
        List<String> items = feed.of(call)
                .stream()
                .filter(event -> event.type().equals("work-item.created"))
                .map(event -> event.text("workItem"))
                .toList();
        for (String item : items) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(center.workItem(item).get("assignment_status").asString())
                            .isEqualTo(state));
            assertThat(center.reservations(item)).extracting(each -> each.get("reservation_status").asString())
                    .allMatch(ENDED::contains);
            feed.await("end of the item", event -> event.is("work-item." + state, "workItem", item));
            everythingEnteredIsLeft(item);
        }
    }

    /** The agent's phone hears nothing any more. */
    private void nothingRingsOn() {
        assertThat(agent.poll(SipText::isRequest, Duration.ofMillis(300))).isEmpty();
    }
}
