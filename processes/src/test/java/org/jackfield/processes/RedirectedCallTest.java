package org.jackfield.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jackfield.processes.CallCenter.ACCOUNT;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.awaitility.core.ConditionFactory;
import org.jackfield.engine.bpmn.FlowEngine;
import org.jackfield.engine.call.Calls;
import org.jackfield.engine.call.run.CallEngine;
import org.jackfield.engine.event.Event;
import org.jackfield.engine.loopback.LoopbackCall;
import org.jackfield.engine.loopback.LoopbackCall.Display;
import org.jackfield.engine.loopback.LoopbackPhone;
import org.jackfield.engine.store.DatabaseAccess;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.tenant.FlowAddress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A caller of the welcome flow is sent to another flow, over the real engine and database. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedirectedCallTest {

    @SuppressWarnings("NullAway.Init")
    private CallCenter center;
    @SuppressWarnings("NullAway.Init")
    private LoopbackPhone agent;

    @BeforeAll
    void open(@TempDir Path folder, DatabaseAccess database) {
        center = CallCenter.start(folder, database);
        center.openAccount("welcome");
        center.worker(center.openWorkspace(), "ann", "sales");
        agent = center.network.phone(CallCenter.phoneOf("ann"));
    }

    @AfterAll
    void close() {
        center.close();
    }

    @Test
    void leavesTheQueueForTheOtherFlowWhileThePhoneRings() {
        LoopbackCall caller = center.network.phone("+15550101").call(CallCenter.NUMBER);
        eventually().until(() -> elements(caller).contains("welcome ask-for-department"));
        caller.press("1");
        LoopbackCall atAgent = eventually().until(agent::nextRing, ring -> ring.isPresent()).orElseThrow();

        redirect(caller, "flow:hello");

        eventually().until(() -> atAgent.display() == Display.ENDED);
        eventually().until(() -> caller.display() == Display.ENDED);
        eventually().untilAsserted(() -> assertThat(types(caller)).containsSubsequence("work-item.reserved",
                "call.redirected", "work-item.canceled", "call.completed"));
        assertThat(types(caller)).doesNotContain("welcome.abandoned", "call.redirect-refused");
        assertThat(elements(caller)).anyMatch(element -> element.startsWith("hello "));
        assertThat(center.unit.run(() -> center.context.getBean(Calls.class).find(ACCOUNT, caller.leg()))
                .orElseThrow()
                .run()
                .flowKey()).contains("hello");
        nothingIsLeft();
    }

    @Test
    void goesOnAsItWasWhenThereIsNoSuchFlow() {
        LoopbackCall caller = center.network.phone("+15550102").call(CallCenter.NUMBER);
        eventually().until(() -> elements(caller).contains("welcome ask-for-department"));

        redirect(caller, "flow:gone");
        eventually().until(() -> types(caller).contains("call.redirect-refused"));
        caller.press("2");

        eventually().until(() -> elements(caller).contains("welcome wait-for-agent"));
        assertThat(types(caller)).doesNotContain("call.redirected");
        caller.hangUp();
        nothingIsLeft();
    }

    private void redirect(LoopbackCall caller, String flow) {
        center.context.getBean(CallEngine.class)
                .outbound()
                .redirect(ACCOUNT, caller.leg(), FlowAddress.parse(flow));
    }

    private List<String> elements(LoopbackCall caller) {
        return center.events(caller.leg())
                .stream()
                .filter(event -> event.type().equals("element.entered"))
                .map(event -> event.data().get("process") + " " + event.data().get("element"))
                .toList();
    }

    private List<String> types(LoopbackCall caller) {
        return center.events(caller.leg()).stream().map(Event::type).toList();
    }

    private void nothingIsLeft() {
        eventually().until(() -> center.network.legs() == 0);
        eventually().until(() -> center.context.getBean(FlowEngine.class)
                .processEngine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .count() == 0);
    }

    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofSeconds(30)).pollInterval(Duration.ofMillis(50));
    }
}
