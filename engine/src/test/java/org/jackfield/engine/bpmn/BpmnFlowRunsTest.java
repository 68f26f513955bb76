package org.jackfield.engine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.builder.ProcessBuilder;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.FlowRuns.Started;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionOutcome.Busy;
import org.jackfield.engine.call.InstructionOutcome.Done;
import org.jackfield.engine.call.InstructionOutcome.Failed;
import org.jackfield.engine.call.InstructionOutcome.HungUp;
import org.jackfield.engine.call.InstructionOutcome.Lost;
import org.jackfield.engine.call.InstructionOutcome.NoInput;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.event.NewEvent;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.tenant.AccountId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** A flow of a call on the real engine: waits, results, errors, hang-up, failure. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BpmnFlowRunsTest {

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

    private static AbstractFlowNodeBuilder<?, ?> menu(String key) {
        return Bpmn.createExecutableProcess(key)
                .startEvent("in")
                .serviceTask("menu")
                .name("Ask for a digit")
                .camundaDelegateExpression("${gather}")
                .camundaInputParameter("text", "Press a key, ${call.from}")
                .camundaInputParameter("numDigits", "1")
                .camundaOutputParameter("choice", "${digits}");
    }

    private static BpmnModelInstance withHangUp(AbstractFlowNodeBuilder<?, ?> last, String key) {
        BpmnModelInstance model = last.done();
        ProcessBuilder process = new ProcessBuilder(model, model.getModelElementById(key));
        process.eventSubProcess("gone")
                .startEvent("hung")
                .interrupting(true)
                .message("caller-hung-up")
                .serviceTask("tell")
                .camundaDelegateExpression("${sendEvent}")
                .camundaInputParameter("type", "sales.abandoned")
                .endEvent("abandoned");
        process.eventSubProcess("lost")
                .startEvent("losing")
                .interrupting(true)
                .message("call-lost")
                .endEvent("lost-end");
        return model;
    }

    @Test
    void waitsAtAnInstructionAndGoesOnWithItsResults() {
        flows.shipped(menu("waits").serviceTask("speak")
                .camundaDelegateExpression("${say}")
                .camundaInputParameter("text", "You chose ${choice}")
                .endEvent("over")
                .done());

        Started started = flows.call("waits");
        Instruction asked = flows.desk.last();
        flows.outcome(new Done(Map.of("digits", "7", "reason", "complete")));
        Instruction spoken = flows.desk.last();
        flows.outcome(new Done());

        assertThat(asked.name()).isEqualTo("gather");
        assertThat(asked.element()).isEqualTo("menu");
        assertThat(asked.parameters()).isEqualTo(Map.of("text", "Press a key, +15550100", "numDigits", "1"));
        assertThat(spoken.parameters()).isEqualTo(Map.of("text", "You chose 7"));
        assertThat(flows.isRunning(started)).isFalse();
        assertThat(flows.desk.ended()).contains(asked.callId() + " over");
        assertThat(flows.desk.withdrawn()).doesNotContain(asked.id(), spoken.id());
    }

    @Test
    void goesByHowSomebodyCanBeReached() {
        flows.shipped(Bpmn.createExecutableProcess("reaches")
                .startEvent("in")
                .exclusiveGateway("there")
                .condition("yes", "${presence(concat('client:', 'ada')).status == 'available'}")
                .serviceTask("speak")
                .camundaDelegateExpression("${say}")
                .camundaInputParameter("text", "${presence('client:bob').status} ${presence('+1555').status}!")
                .endEvent("over")
                .moveToNode("there")
                .endEvent("away")
                .done());

        flows.call("reaches");

        assertThat(flows.desk.last().parameters()).isEqualTo(Map.of("text", "offline !"));
    }

    @Test
    void publishesEachElementEnteredAndLeftInOrder() {
        flows.shipped(menu("traced").endEvent("over").done());

        Started started = flows.call("traced");
        String call = flows.desk.last().callId();
        flows.outcome(new Done(Map.of("digits", "7")));

        assertThat(flows.events.events()
                .stream()
                .filter(event -> event.key().equals(call))
                .map(event -> event.type() + " " + event.data().get("element")))
                .containsExactly("element.entered in", "element.left in", "element.entered menu", "element.left menu",
                        "element.entered over", "element.left over");
        NewEvent entered = flows.events.events()
                .stream()
                .filter(event -> event.key().equals(call) && "menu".equals(event.data().get("element")))
                .findFirst()
                .orElseThrow();
        assertThat(entered.data()).isEqualTo(Map.of("element", "menu", "name", "Ask for a digit", "elementType",
                "serviceTask", "process", "traced", "version", 1, "instance", started.processInstanceId()));
    }

    @Test
    void throwsTheOutcomeAsAnErrorThatABoundaryEventCatches() {
        flows.shipped(menu("caught").endEvent("over")
                .moveToActivity("menu")
                .boundaryEvent("silent")
                .error("no-input")
                .serviceTask("again")
                .camundaDelegateExpression("${say}")
                .camundaInputParameter("text", "Nothing heard")
                .endEvent("sorry")
                .done());

        flows.call("caught");
        flows.outcome(new NoInput());

        assertThat(flows.desk.last().element()).isEqualTo("again");
    }

    @Test
    void failsTheFlowWhenNothingCatchesTheError() {
        flows.shipped(menu("uncaught").endEvent("over").done());

        Started started = flows.call("uncaught");
        String call = flows.desk.last().callId();
        flows.outcome(new Busy());

        assertThat(flows.isRunning(started)).isFalse();
        assertThat(flows.desk.failed()).anyMatch(line -> line.startsWith("menu: nothing catches the error 'busy'"));
        assertThat(flows.desk.ended()).noneMatch(line -> line.startsWith(call));
    }

    @Test
    void failsTheFlowWhenTheModelCannotGoOn() {
        flows.shipped(menu("broken").serviceTask("dials")
                .camundaDelegateExpression("${dial}")
                .camundaInputParameter("to", "${choice.number}")
                .endEvent("over")
                .done());

        Started started = flows.call("broken");
        Instruction asked = flows.desk.last();
        flows.outcome(new Done(Map.of("digits", "7")));

        assertThat(flows.isRunning(started)).isFalse();
        assertThat(flows.desk.failed()).anyMatch(line -> line.startsWith("dials: 'number' is asked"));
        assertThat(flows.desk.last()).isEqualTo(asked);
        assertThat(flows.events.types()).doesNotContain("call.failed");
    }

    @Test
    void failsTheFlowThatRunsInCircles() {
        flows.shipped(menu("circle").manualTask("round")
                .manualTask("turn")
                .connectTo("round")
                .done());

        Started started = flows.call("circle");
        flows.outcome(new Done(Map.of("digits", "7")));

        assertThat(flows.isRunning(started)).isFalse();
        assertThat(flows.desk.failed()).anyMatch(line -> line.contains("without waiting"));
    }

    @Test
    void goesTheDrawnWayWhenTheCallerHangsUp() {
        flows.shipped(withHangUp(menu("hanging").endEvent("over"), "hanging"));

        Started started = flows.call("hanging");
        Instruction asked = flows.desk.last();
        flows.outcome(new HungUp(EndCause.HUNG_UP));

        assertThat(flows.isRunning(started)).isFalse();
        assertThat(flows.desk.ended()).contains(asked.callId() + " abandoned");
        assertThat(flows.events.events()).anyMatch(
                event -> event.type().equals("sales.abandoned") && event.key().equals(asked.callId()));
    }

    @Test
    void endsTheInstanceWhenNothingWaitsForTheHangUp() {
        flows.shipped(menu("nopath").endEvent("over").done());

        Started started = flows.call("nopath");
        String call = flows.desk.last().callId();
        flows.outcome(new Lost());

        assertThat(flows.isRunning(started)).isFalse();
        assertThat(flows.desk.ended()).contains(call + " ");
    }

    @Test
    void deliversTheEndOfTheCallWhileATimerRuns() {
        flows.shipped(withHangUp(Bpmn.createExecutableProcess("timed")
                .startEvent()
                .intermediateCatchEvent("later")
                .timerWithDuration("PT1H")
                .endEvent("over"), "timed"));

        Started started = flows.call("timed");
        flows.unit.run(() -> flows.runs.callEnded(FlowFixture.ACCOUNT, started.processInstanceId(),
                new HungUp(EndCause.HUNG_UP)));

        assertThat(flows.isRunning(started)).isFalse();
        assertThat(flows.desk.ended()).anyMatch(line -> line.endsWith(" abandoned"));
    }

    @Test
    void dropsTheSecondOutcomeOfAnInstruction() {
        flows.shipped(menu("twice").serviceTask("speak")
                .camundaDelegateExpression("${say}")
                .camundaInputParameter("text", "x")
                .endEvent("over")
                .done());

        Started started = flows.call("twice");
        Instruction asked = flows.desk.last();
        flows.outcome(new Done(Map.of("digits", "7")));
        flows.unit.run(() -> flows.runs.resume(asked, new HungUp(EndCause.HUNG_UP)));

        assertThat(flows.isRunning(started)).isTrue();
        assertThat(flows.desk.last().element()).isEqualTo("speak");
        assertThat(flows.desk.withdrawn()).doesNotContain(asked.id(), flows.desk.last().id());
    }

    @Test
    void handsNothingOutWhenTheStepIsRolledBack() {
        flows.shipped(menu("rolled").serviceTask("speak")
                .camundaDelegateExpression("${say}")
                .camundaInputParameter("text", "x")
                .endEvent("over")
                .done());
        flows.call("rolled");
        Instruction asked = flows.desk.last();

        assertThatThrownBy(() -> flows.unit.run(() -> {
            flows.runs.resume(asked, new Done(Map.of("digits", "7")));
            throw new IllegalStateException("the commit fails");
        })).hasMessage("the commit fails");

        assertThat(flows.desk.last()).isEqualTo(asked);
        flows.outcome(new Done(Map.of("digits", "8")));
        assertThat(flows.desk.last().element()).isEqualTo("speak");
    }

    @Test
    void prefersTheAccountsOwnFlowAndKeepsItFromOthers() {
        AccountId other = new AccountId("AC00000000000000000000000000000002");
        flows.shipped(menu("shared").endEvent("over").done());
        flows.deployed(FlowFixture.ACCOUNT, Bpmn.createExecutableProcess("shared")
                .startEvent()
                .serviceTask("mine")
                .camundaDelegateExpression("${answer}")
                .endEvent()
                .done());
        flows.deployed(other, Bpmn.createExecutableProcess("secret")
                .startEvent()
                .serviceTask("theirs")
                .camundaDelegateExpression("${answer}")
                .endEvent()
                .done());

        flows.call("shared");

        assertThat(flows.desk.last().element()).isEqualTo("mine");
        assertThat(flows.desk.last().account()).isEqualTo(FlowFixture.ACCOUNT);
        assertThatThrownBy(() -> flows.call("secret")).isInstanceOfSatisfying(DomainException.class,
                refused -> assertThat(refused.code()).isEqualTo(ErrorCode.FLOW_NOT_FOUND));
    }

    @Test
    void saysWhereTheFirstStepFailed() {
        flows.shipped(Bpmn.createExecutableProcess("stillborn")
                .startEvent("in")
                .serviceTask("speak")
                .camundaDelegateExpression("${say}")
                .endEvent()
                .done());

        assertThatThrownBy(() -> flows.call("stillborn")).isInstanceOfSatisfying(DomainException.class, refused -> {
            assertThat(refused.code()).isEqualTo(ErrorCode.FLOW_FAILED);
            assertThat(refused).hasMessageContaining("speak").hasMessageContaining("'text'");
        });
    }

    @Test
    void endsAsFailedByTheErrorCodeOfAFailedInstruction() {
        flows.shipped(menu("prompt").endEvent("over")
                .moveToActivity("menu")
                .boundaryEvent("bad")
                .error("failed")
                .serviceTask("sorry")
                .camundaDelegateExpression("${hangUp}")
                .endEvent()
                .done());

        flows.call("prompt");
        flows.outcome(new Failed(ErrorCode.PROMPT_UNAVAILABLE, "no such prompt"));

        assertThat(flows.desk.last().name()).isEqualTo("hangUp");
    }
}
