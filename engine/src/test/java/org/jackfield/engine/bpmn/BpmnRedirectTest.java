package org.jackfield.engine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.jackfield.engine.call.FlowRuns.Started;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.tenant.AccountId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A flow that its call leaves for another one, on the real engine. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BpmnRedirectTest {

    @SuppressWarnings("NullAway.Init")
    private FlowFixture flows;

    @BeforeAll
    void build(DataSource dataSource) {
        flows = new FlowFixture(dataSource);
    }

    @AfterAll
    void close() {
        flows.close();
    }

    private static BpmnModelInstance plain(String key) {
        return Bpmn.createExecutableProcess(key)
                .startEvent()
                .serviceTask("speak")
                .camundaDelegateExpression("${say}")
                .camundaInputParameter("text", "hello")
                .endEvent("over")
                .done();
    }

    /** With a way that is drawn for it; what it tells the call there has no time to be carried out. */
    private static BpmnModelInstance drawn(String key) {
        BpmnModelInstance model = plain(key);
        new ProcessBuilder(model, model.getModelElementById(key)).eventSubProcess("sub-redirected")
                .startEvent("redirected")
                .interrupting(true)
                .message("call-redirected")
                .serviceTask("tell")
                .camundaDelegateExpression("${sendEvent}")
                .camundaInputParameter("type", "sales.redirected")
                .serviceTask("farewell")
                .camundaDelegateExpression("${say}")
                .camundaInputParameter("text", "bye")
                .endEvent("gone");
        return model;
    }

    private void leave(Started started, AccountId account) {
        flows.unit.run(() -> flows.runs.leave(account, started.processInstanceId()));
    }

    @Test
    void endsTheInstanceAndWithdrawsItsInstruction() {
        flows.shipped(plain("plain"));
        Started started = flows.call("plain");
        Instruction asked = flows.desk.last();

        leave(started, FlowFixture.ACCOUNT);

        assertThat(flows.isRunning(started)).isFalse();
        assertThat(flows.desk.withdrawn()).contains(asked.id());
        assertThat(flows.desk.failed()).isEmpty();
        assertThat(flows.events.events()
                .stream()
                .filter(event -> event.key().equals(asked.callId()))
                .map(event -> event.type() + " " + event.data().get("element"))).endsWith("element.left speak");
    }

    @Test
    void goesTheDrawnWayAndEndsWhatStillWaits() {
        flows.shipped(drawn("drawn"));
        Started started = flows.call("drawn");
        String call = flows.desk.last().callId();

        leave(started, FlowFixture.ACCOUNT);

        assertThat(flows.isRunning(started)).isFalse();
        assertThat(flows.events.events()).anyMatch(
                event -> event.type().equals("sales.redirected") && event.key().equals(call));
        assertThat(flows.desk.withdrawn()).contains(flows.desk.last().id());
        assertThat(flows.desk.last().element()).isEqualTo("farewell");
    }

    @Test
    void leavesAnInstanceThatIsOverOrOfAnotherAccountAlone() {
        flows.shipped(plain("guarded"));
        Started started = flows.call("guarded");

        leave(started, new AccountId("AC00000000000000000000000000000009"));

        assertThat(flows.isRunning(started)).isTrue();
        leave(started, FlowFixture.ACCOUNT);
        leave(started, FlowFixture.ACCOUNT);
        assertThat(flows.isRunning(started)).isFalse();
    }
}
