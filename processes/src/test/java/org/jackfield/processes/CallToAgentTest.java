package org.jackfield.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jackfield.processes.CallCenter.ACCOUNT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.awaitility.core.ConditionFactory;
import org.jackfield.engine.bpmn.FlowEngine;
import org.jackfield.engine.call.Call;
import org.jackfield.engine.call.CallStatus;
import org.jackfield.engine.call.Calls;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.loopback.LoopbackCall;
import org.jackfield.engine.loopback.LoopbackCall.Display;
import org.jackfield.engine.loopback.LoopbackPhone;
import org.jackfield.engine.media.Sound;
import org.jackfield.engine.store.DatabaseAccess;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.work.Reservation;
import org.jackfield.engine.work.ReservationState;
import org.jackfield.engine.work.WorkItem;
import org.jackfield.engine.work.WorkItemState;
import org.jackfield.engine.work.Worker;
import org.jackfield.engine.work.Workspace;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole way of a call over the real engine and database: welcome, digit, queue, agent, talk, wrap-up. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CallToAgentTest {

    private static final Sound CALLERS_VOICE = Sound.of(new short[800]);
    private static final Sound AGENTS_VOICE = Sound.of(new short[800]);

    @SuppressWarnings("NullAway.Init")
    private CallCenter center;
    @SuppressWarnings("NullAway.Init")
    private Worker ann;
    @SuppressWarnings("NullAway.Init")
    private LoopbackPhone agent;

    @BeforeAll
    void open(@TempDir Path folder, DatabaseAccess database) {
        center = CallCenter.start(folder, database);
        center.openAccount("welcome");
        Workspace workspace = center.openWorkspace();
        ann = center.worker(workspace, "ann", "sales");
        agent = center.network.phone(CallCenter.phoneOf("ann"));
    }

    @AfterAll
    void close() {
        center.close();
    }

    @Test
    void servesACallerAndTheRecordsAgree() {
        LoopbackCall caller = callAndPress("+15550101", "1");
        LoopbackCall atAgent = ringing();
        atAgent.answer();
        caller.say(CALLERS_VOICE);
        atAgent.say(AGENTS_VOICE);
        eventually().until(() -> caller.hears().filter(sound -> sound == AGENTS_VOICE).isPresent()
                && atAgent.hears().filter(sound -> sound == CALLERS_VOICE).isPresent());
        atAgent.hangUp();
        eventually().until(() -> caller.display() == Display.ENDED);
        String call = caller.leg();

        WorkItem item = itemThatReaches(call, WorkItemState.COMPLETED);
        Reservation reservation = center.unit.run(() -> center.stores.reservations()
                .find(ACCOUNT, item.standing().reservationId().orElseThrow())
                .orElseThrow());
        assertThat(reservation.state()).isEqualTo(ReservationState.COMPLETED);
        assertThat(reservation.workerId()).isEqualTo(ann.id());
        assertThat(record(call).status()).isEqualTo(CallStatus.COMPLETED);
        eventually().untilAsserted(() -> assertThat(types(call)).containsSubsequence("call.received", "call.answered",
                "work-item.created", "work-item.reserved", "work-item.assigned", "work-item.wrapping",
                "work-item.completed"));
        assertThat(types(call)).contains("call.completed", "welcome.queue-chosen", "recording.completed");
        List<Long> order = center.events(call).stream().map(Event::seq).toList();
        assertThat(order).isEqualTo(LongStream.rangeClosed(1, order.size()).boxed().toList());
        nothingIsLeft();
    }

    @Test
    void cancelsTheWorkItemWhenTheCallerHangsUpWhileThePhoneRings() {
        LoopbackCall caller = callAndPress("+15550102", "1");
        LoopbackCall atAgent = ringing();

        caller.hangUp();

        eventually().until(() -> atAgent.display() == Display.ENDED);
        assertThat(itemThatReaches(caller.leg(), WorkItemState.CANCELED).origin().subject()).isEqualTo(caller.leg());
        eventually().untilAsserted(() -> assertThat(types(caller.leg())).contains("work-item.canceled",
                "reservation.canceled", "welcome.abandoned"));
        nothingIsLeft();
    }

    @Test
    void offersTheCallAgainWhenTheAgentDeclined() {
        LoopbackCall caller = callAndPress("+15550103", "1");
        ringing().decline();

        LoopbackCall second = await().atMost(Duration.ofSeconds(60))
                .until(agent::nextRing, ring -> ring.isPresent())
                .orElseThrow();
        second.answer();
        eventually().until(() -> second.display() == Display.TALKING);
        caller.hangUp();

        assertThat(itemThatReaches(caller.leg(), WorkItemState.COMPLETED).standing().offers()).isEqualTo(2);
        nothingIsLeft();
    }

    private LoopbackCall callAndPress(String from, String key) {
        LoopbackCall caller = center.network.phone(from).call(CallCenter.NUMBER);
        eventually().until(() -> isAt(caller, "ask-for-department"));
        caller.press(key);
        return caller;
    }

    private LoopbackCall ringing() {
        return eventually().until(agent::nextRing, ring -> ring.isPresent()).orElseThrow();
    }

    private boolean isAt(LoopbackCall caller, String element) {
        return center.events(caller.leg())
                .stream()
                .anyMatch(event -> event.type().equals("element.entered")
                        && element.equals(event.data().get("element")));
    }

    private WorkItem itemThatReaches(String call, WorkItemState state) {
        return eventually().until(() -> center.unit.run(() -> center.stores.items()
                .find(ACCOUNT, workItemOf(call))).orElseThrow(), item -> item.state() == state);
    }

    private String workItemOf(String call) {
        return eventually().until(() -> center.events(call)
                .stream()
                .filter(event -> event.type().equals("work-item.created"))
                .map(event -> String.valueOf(event.data().get("workItem")))
                .toList(), found -> !found.isEmpty()).getFirst();
    }

    private Call record(String call) {
        return eventually().until(() -> center.unit.run(() -> center.context.getBean(Calls.class).find(ACCOUNT, call))
                .orElseThrow(), Call::isOver);
    }

    private List<String> types(String key) {
        return center.events(key).stream().map(Event::type).toList();
    }

    private void nothingIsLeft() {
        eventually().until(() -> center.network.legs() == 0);
        eventually().until(() -> center.context.getBean(FlowEngine.class)
                .processEngine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .count() == 0);
        eventually().until(() -> center.unit.run(() -> center.stores.workers()
                .openByMedium(ACCOUNT, ann.workspaceId(), ann.id())).isEmpty());
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
