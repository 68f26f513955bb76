package org.jackfield.app.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.StreamSupport;
import org.jackfield.engine.peer.Peers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * A caller (SIPp) waits in a queue that asks two agents at once. Both phones (baresip, registered with digest) ring; the first
 * who answers talks, the other phone stops; or the caller hangs up, and both stop. Afterwards nothing is held.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralPhonesIT {

    private static final double CALLER_TONE = 440;
    private static final double ALICES_TONE = 1_100;
    private static final double BOBS_TONE = 700;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    static Path folder = Path.of("target");

    private RunningProduct product;
    private Center center;
    private BaresipPhone alice;
    private BaresipPhone bob;
    private List<String> workers = List.of();

    @BeforeAll
    void openCenter() throws IOException {
        Peers.require("sipp");
        Peers.require("baresip");
        product = RunningProduct.start(folder.resolve("data"), Map.of("JACKFIELD_WORK_WRAP_UP_TIME", "1s"));
        center = Center.running(product.api(), "welcome");
        center.askAtOnce("sales", 2);
        alice = phone("alice", ALICES_TONE);
        bob = phone("bob", BOBS_TONE);
        workers = List.of(worker("alice"), worker("bob"));
        await("both phones are registered").atMost(PATIENCE).until(() -> alice.isRegistered() && bob.isRegistered());
    }

    private BaresipPhone phone(String name, double tone) throws IOException {
        center.sipUser(name, "a-Secret-of-" + name + "-1");
        Path file = folder.resolve(name + ".wav");
        ToneFile.write(file, tone);
        return BaresipPhone.startRinging(folder.resolve(name),
                new BaresipPhone.Account(name, "a-Secret-of-" + name + "-1", product.sipPort(), file));
    }

    private String worker(String name) {
        return center.worker(name, "sales", "sip:" + name + "@127.0.0.1", false);
    }

    @AfterAll
    void closeCenter() {
        for (AutoCloseable open : Arrays.<AutoCloseable>asList(alice, bob, product)) {
            close(open);
        }
    }

    private static void close(AutoCloseable open) {
        try {
            if (open != null) {
                open.close();
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void firstWhoAnswersTalksAndTheOtherPhoneStops() throws IOException {
        try (CallerMedia caller = CallerMedia.open(CALLER_TONE);
                Sipp call = Sipp.start(folder.resolve("caller"), "caller-waits", product.sipPort(), "-s",
                        center.number(), "-m", "1", "-key", "rtp", Integer.toString(caller.port()))) {
            String item = waitingItem(caller, 1);
            assertThat(reasons(item)).containsExactly("alice not-available", "bob not-available");

            bothRing();
            assertThat(asked(item)).containsExactlyInAnyOrder("alice", "bob");
            assertThat(reasons(item)).containsExactly("alice being-asked", "bob being-asked");
            bob.answer();
            until("bob talks, the phone of alice stops", () -> bob.isTalking() && !alice.hasACall());
            int talkBegins = caller.heard().length;
            until("they talk", () -> caller.heard().length > talkBegins + 3 * CallerMedia.RATE);
            assertThat(asked(item)).isEmpty();
            assertThat(reservations(item)).containsExactlyInAnyOrder("alice rescinded", "bob accepted");
            bob.hangUp();
            Sipp.Result result = call.await(30);

            assertThat(result.exitCode()).as(result.output() + product.logTail()).isZero();
            bothHearTheOther(caller, talkBegins);
            until("the work is done", () -> reservations(item).contains("bob completed"));
        }
        assertThat(alice.isTalking()).isFalse();
        agentsRest();
    }

    @Test
    void bothPhonesStopWhenTheCallerHangsUp() {
        try (CallerMedia caller = CallerMedia.open(CALLER_TONE);
                Sipp call = Sipp.start(folder.resolve("second"), "caller-hangs-up", product.sipPort(), "-s",
                        center.number(), "-m", "1", "-d", "20000", "-key", "rtp", Integer.toString(caller.port()))) {
            String item = waitingItem(caller, 1);
            bothRing();

            Sipp.Result result = call.await(40);

            assertThat(result.exitCode()).as(result.output() + product.logTail()).isZero();
            until("both phones stop", () -> !alice.hasACall() && !bob.hasACall());
            until("nobody is asked", () -> reservations(item).equals(List.of("alice canceled", "bob canceled"))
                    || reservations(item).equals(List.of("bob canceled", "alice canceled")));
        }
        agentsRest();
    }

    /** The caller presses 1 and waits; the item that no other test has. */
    private String waitingItem(CallerMedia caller, int key) {
        until("the caller hears something", () -> caller.heard().length > CallerMedia.RATE);
        caller.press(Integer.toString(key));
        until("the item waits", () -> pending().size() == 1);
        return pending().getFirst().get("sid").asString();
    }

    private List<JsonNode> pending() {
        return center.workItems()
                .stream()
                .filter(item -> item.get("assignment_status").asString().equals("pending"))
                .toList();
    }

    private void bothRing() {
        int before = alice.rings() + bob.rings();
        workers.forEach(worker -> center.setAvailable(worker, true));
        until("both phones ring", () -> alice.hasACall() && bob.hasACall());
        assertThat(alice.rings() + bob.rings()).isEqualTo(before + 2);
    }

    /** Nobody takes the next call, and nothing is left of this one: sockets, dialogs, ports, instances. */
    private void agentsRest() {
        workers.forEach(worker -> center.setAvailable(worker, false));
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(Census.of(product.api()).held()).as("held after the call").isEmpty());
    }

    private void bothHearTheOther(CallerMedia caller, int talkBegins) throws IOException {
        short[] callerHeard = Arrays.copyOfRange(caller.heard(), talkBegins + CallerMedia.RATE / 2,
                talkBegins + 5 * CallerMedia.RATE / 2);
        assertThat(Hearing.bestShare(callerHeard, BOBS_TONE)).as("the caller hears bob").isGreaterThan(0.8);
        assertThat(Hearing.bestShare(callerHeard, ALICES_TONE)).as("the caller hears alice").isLessThan(0.05);
        short[] bobHeard = Hearing.lastSeconds(Hearing.channel(Files.newInputStream(bob.heard()), 0), 2);
        assertThat(Hearing.bestShare(bobHeard, CALLER_TONE)).as("bob hears the caller").isGreaterThan(0.8);
        assertThat(Hearing.bestShare(bobHeard, BOBS_TONE)).as("bob hears himself").isLessThan(0.05);
    }

    private List<String> asked(String item) {
        return list(center.explanation(item).get("asked")).stream().map(one -> one.get("name").asString()).toList();
    }

    private List<String> reasons(String item) {
        return list(center.explanation(item).get("workers")).stream()
                .map(worker -> worker.get("name").asString() + " " + worker.at("/reasons/0/code").asString())
                .toList();
    }

    private List<String> reservations(String item) {
        return center.reservations(item)
                .stream()
                .map(one -> one.get("worker_name").asString() + " " + one.get("reservation_status").asString())
                .toList();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }

    private void until(String what, Callable<Boolean> condition) {
        await(what).atMost(PATIENCE).pollInterval(Duration.ofMillis(200)).until(condition);
    }
}
