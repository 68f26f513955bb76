package org.jackfield.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.jackfield.engine.call.EndCause;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionOutcome;
import org.jackfield.engine.call.InstructionOutcome.Done;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.work.WorkItemFlow.Fact;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Each way through the shipped flows; the last test fails when one of their sequence flows was not taken. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ShippedFlowsTest {

    private static final Done DONE = new Done();
    private static final int LAST_BUT_ONE = Integer.MAX_VALUE - 1;

    @SuppressWarnings("NullAway.Init")
    private FlowBench flows;

    @BeforeAll
    void build(DataSource dataSource) {
        flows = new FlowBench(dataSource);
        BpmnAwareTests.init(flows.engine.processEngine());
    }

    @AfterAll
    void close() {
        flows.close();
    }

    @Test
    void connectsWithAnAgentOfTheChosenQueue() {
        String run = flows.call("welcome");

        flows.at("greet-caller", DONE);
        flows.at("ask-for-department", digits("1"));
        BpmnAwareTests.assertThat(instance(run))
                .isWaitingAt("wait-for-agent")
                .variables()
                .containsEntry("queue", "sales");
        Instruction enqueue = flows.at("wait-for-agent",
                new Done(Map.of("result", "completed", "worker", "WK1", "waited", 3, "talked", 9, "workItem", "WT1")));
        flows.at("thank-caller", DONE);
        flows.at("end-served-call", DONE);

        assertThat(enqueue.parameters().get("queue")).isEqualTo("sales");
        assertThat(enqueue.parameters().get("attributes"))
                .isEqualTo(Map.of("from", "+15550100", "digit", "1", "flow", "welcome"));
        assertThat(flows.isRunning(run)).isFalse();
        assertThat(flows.path(run)).endsWith("caller-served");
        assertThat(flows.ofType("welcome.queue-chosen")).isNotEmpty();
        assertThat(flows.desk.failed()).isEmpty();
    }

    @Test
    void takesTheOtherQueueForTheOtherDigit() {
        flows.call("welcome");
        flows.at("greet-caller", DONE);
        flows.at("ask-for-department", digits("2"));

        Instruction enqueue = flows.at("wait-for-agent", new InstructionOutcome.TimedOut());
        flows.at("apologize", DONE);
        flows.at("end-waiting-call", DONE);

        assertThat(enqueue.parameters().get("queue")).isEqualTo("support");
        assertThat(flows.desk.ended()).contains("caller-not-served");
    }

    @Test
    void apologizesWhenTheQueueFails() {
        flows.call("welcome");
        flows.at("greet-caller", DONE);
        flows.at("ask-for-department", digits("2"));

        flows.at("wait-for-agent", new InstructionOutcome.Failed(ErrorCode.NOT_FOUND, "no queue"));

        assertThat(flows.desk.last().element()).isEqualTo("apologize");
    }

    @Test
    void asksThreeTimesWhenNothingOrSomethingWrongIsPressed() {
        String run = flows.call("welcome");
        flows.at("greet-caller", DONE);

        flows.at("ask-for-department", new InstructionOutcome.NoInput());
        flows.at("explain-choices", DONE);
        flows.at("ask-for-department", digits("7"));
        flows.at("explain-choices", DONE);
        flows.at("ask-for-department", new InstructionOutcome.NoInput());
        flows.at("say-goodbye", DONE);
        flows.at("end-fruitless-call", DONE);

        assertThat(flows.path(run)).endsWith("choice-missed");
        assertThat(flows.isRunning(run)).isFalse();
    }

    @Test
    void endsByItsDrawnPathWhenTheCallerHangsUpAnywhere() {
        List<String> waits = List.of("greet-caller", "ask-for-department", "wait-for-agent", "thank-caller");
        for (int passed = 0; passed < waits.size(); passed++) {
            String run = flows.call("welcome");
            for (String before : waits.subList(0, passed)) {
                flows.at(before, before.equals("ask-for-department") ? digits("1") : DONE);
            }

            flows.at(waits.get(passed), new InstructionOutcome.HungUp(EndCause.HUNG_UP));

            assertThat(flows.path(run)).as("hung up at %s", waits.get(passed))
                    .endsWith("report-hung-up", "end-hung-up");
            assertThat(flows.isRunning(run)).isFalse();
        }
    }

    @Test
    void endsByItsDrawnPathWhenTheCallIsLost() {
        String run = flows.call("welcome");

        flows.at("greet-caller", new InstructionOutcome.Lost());

        assertThat(flows.path(run)).endsWith("report-lost", "end-lost");
    }

    @Test
    void saysHelloAndHangsUp() {
        String run = flows.call("hello");
        flows.at("say-hello", DONE);
        flows.at("end-call", DONE);
        assertThat(flows.path(run)).endsWith("hello-said");

        flows.call("hello");
        flows.at("say-hello", new InstructionOutcome.HungUp(EndCause.HUNG_UP));
        flows.call("hello");
        flows.at("say-hello", new InstructionOutcome.Lost());
    }

    @Test
    void followsAWorkItemToItsEnd() {
        String run = flows.startItem("WT1");
        BpmnAwareTests.assertThat(instance(run)).isWaitingAt("offer-item");
        flows.tell(run, Fact.ACCEPTED);
        BpmnAwareTests.assertThat(instance(run)).isWaitingAt("serve-customer");
        flows.tell(run, Fact.WRAPPING);
        BpmnAwareTests.assertThat(instance(run)).isWaitingAt("wrap-up");
        flows.tell(run, Fact.COMPLETED);

        assertThat(flows.isRunning(run)).isFalse();
        assertThat(flows.path(run)).endsWith("item-completed");
    }

    @Test
    void followsAWorkItemThatIsCancelledOrHasNoWrapUp() {
        String cancelled = flows.startItem("WT2");
        flows.tell(cancelled, Fact.CANCELLED);
        String short_ = flows.startItem("WT3");
        flows.tell(short_, Fact.ACCEPTED);
        flows.tell(short_, Fact.COMPLETED);

        assertThat(flows.path(cancelled)).endsWith("waiting-ended");
        assertThat(flows.path(short_)).endsWith("item-closed");
    }

    @Test
    void keepsTheVersionWhenNothingChanged() {
        long before = definitions();

        flows.deploy(new ProductFlows().files());

        assertThat(definitions()).isEqualTo(before);
    }

    @Test
    @Order(LAST_BUT_ONE)
    void turnsCallersAwayWhenTheTableSaysClosed() {
        Map<String, String> changed = new HashMap<>(new ProductFlows().files());
        changed.computeIfPresent("opening-hours.dmn", (_, table) -> table.replace("[0..2400)", "[900..930)"));
        flows.deploy(changed);

        String run = flows.call("welcome");
        flows.at("explain-closing", DONE);
        flows.at("end-closed-call", DONE);

        assertThat(flows.path(run)).endsWith("caller-turned-away");
    }

    @Test
    @Order(LAST_BUT_ONE + 1)
    void takesEverySequenceFlowOfEveryModel() {
        assertThat(FlowCoverage.uncovered(new ProductFlows().files(), flows.events.events())).isEmpty();
    }

    private long definitions() {
        return flows.engine.processEngine().getRepositoryService().createProcessDefinitionQuery().count();
    }

    private ProcessInstance instance(String id) {
        return flows.engine.processEngine()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult();
    }

    private static Done digits(String digits) {
        return new Done(Map.of("digits", digits, "reason", "complete"));
    }
}
