package org.jackfield.engine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.jackfield.engine.call.instruction.InstructionCatalog;
import org.jackfield.engine.bpmn.check.FlowValidator;
import org.jackfield.engine.bpmn.check.Models;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.flow.FlowProblem;
import org.jackfield.engine.flow.FlowProblemCode;
import org.jackfield.engine.flow.FlowSources;
import org.jackfield.engine.flow.Flows;
import org.jackfield.engine.flow.Flows.Deployment;
import org.jackfield.engine.flow.Flows.Deployment.Deployed;
import org.jackfield.engine.flow.Flows.Deployment.Refused;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.store.flow.FlowIndex;
import org.jackfield.engine.tenant.AccountId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Flows of accounts in the repository. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BpmnFlowsTest {

    private static final AccountId OTHER = new AccountId("AC00000000000000000000000000000002");

    @SuppressWarnings("NullAway.Init")
    private FlowFixture fixture;
    @SuppressWarnings("NullAway.Init")
    private Flows flows;

    @BeforeAll
    void build(DataSource dataSource) {
        fixture = new FlowFixture(dataSource);
        flows = new BpmnFlows(fixture.engine, new FlowValidator(InstructionCatalog.standard().definitions()),
                new FlowIndex(dataSource));
    }

    @AfterAll
    void close() {
        fixture.close();
    }

    private Deployment deploy(String key, String text) {
        String model = Models.flow(Models.say("speak", text)).replace("id=\"flow\"", "id=\"" + key + "\"");
        return fixture.unit.run(() -> flows.deploy(FlowFixture.ACCOUNT, FlowSources.bpmn(model)));
    }

    /** A flow that says what a decision answers. */
    private static String asking(String key, String decision) {
        return Models.flow(Models.say("speak", "${hours}"))
                .replace("id=\"flow\"", "id=\"" + key + "\"")
                .replace(
                        "<bpmn:startEvent id=\"in\"/><bpmn:sequenceFlow id=\"to\" sourceRef=\"in\" targetRef=\"speak\"/>",
                        """
                                <bpmn:startEvent id="in"/><bpmn:sequenceFlow id="to" sourceRef="in" targetRef="ask"/>
                                <bpmn:businessRuleTask id="ask" camunda:decisionRef="DECISION" \
                                camunda:mapDecisionResult="singleEntry" camunda:resultVariable="hours"/>
                                <bpmn:sequenceFlow id="then" sourceRef="ask" targetRef="speak"/>""")
                .replace("DECISION", decision);
    }

    @Test
    void countsVersionsAndKeepsTheVersionOfAnUnchangedModel() {
        assertThat(deploy("versions", "one")).isInstanceOfSatisfying(Deployed.class,
                first -> assertThat(first.version()).isEqualTo(1));
        assertThat(deploy("versions", "one")).isInstanceOfSatisfying(Deployed.class,
                same -> assertThat(same.version()).isEqualTo(1));
        assertThat(deploy("versions", "two")).isInstanceOfSatisfying(Deployed.class,
                second -> assertThat(second.version()).isEqualTo(2));
    }

    @Test
    void keepsTheRunningVersionWhenAModelIsRefused() {
        deploy("kept", "Hello");

        Deployment answer = deploy("kept", "${''.getClass()}");
        fixture.call("kept");

        assertThat(answer).isInstanceOf(Refused.class);
        assertThat(fixture.desk.last().parameters().get("text")).isEqualTo("Hello");
    }

    @Test
    void readsListsAndDeletesOnlyWhatTheAccountOwns() {
        deploy("mine", "Hello");

        assertThat(flows.read(FlowFixture.ACCOUNT, "mine", OptionalInt.of(1)).orElseThrow().xml()).contains("Hello");
        assertThat(flows.read(OTHER, "mine", OptionalInt.empty())).isEmpty();
        assertThat(flows.list(OTHER, "", 50)).isEmpty();
        assertThat(flows.list(FlowFixture.ACCOUNT, "min", 1)).extracting(Flows.Summary::key).containsExactly("mine");
        assertThat(flows.delete(OTHER, "mine", OptionalInt.empty())).isFalse();
        assertThat(flows.delete(FlowFixture.ACCOUNT, "mine", OptionalInt.empty())).isTrue();
        assertThat(flows.read(FlowFixture.ACCOUNT, "mine", OptionalInt.empty())).isEmpty();
    }

    @Test
    void listsPageByPageTheNewestVersions() {
        for (String key : List.of("page-b", "page-a", "page_c", "page-C")) {
            deploy(key, "one");
        }
        deploy("page-a", "two");

        List<Flows.Summary> first = flows.list(FlowFixture.ACCOUNT, "page-", 2);
        List<Flows.Summary> rest = flows.list(FlowFixture.ACCOUNT, first.getLast().key(), 2);

        assertThat(first).extracting(Flows.Summary::key).containsExactly("page-C", "page-a");
        assertThat(first.getLast().version()).isEqualTo(2);
        assertThat(rest).extracting(Flows.Summary::key).containsExactly("page-b", "page_c");
    }

    @Test
    void asksTheAccountsOwnDecisionThenTheShippedOne() {
        fixture.repository()
                .createDeployment()
                .addString("hours-shipped.dmn", Models.decision("hours-of-all"))
                .addString("asks-all.bpmn", asking("asks-all", "hours-of-all"))
                .deploy();
        String own = Models.decision("hours-of-all").replace("\"open\"", "\"mine\"");

        fixture.call("asks-all");
        Object shipped = fixture.desk.last().parameters().get("text");
        fixture.unit.run(() -> flows.deploy(FlowFixture.ACCOUNT, FlowSources.decision(own)));
        fixture.call("asks-all");
        Object mine = fixture.desk.last().parameters().get("text");
        boolean deleted = fixture.unit.run(
                () -> flows.delete(FlowFixture.ACCOUNT, "hours-of-all", OptionalInt.empty()));
        fixture.call("asks-all");

        assertThat(shipped).isEqualTo("open");
        assertThat(mine).isEqualTo("mine");
        assertThat(deleted).isTrue();
        assertThat(fixture.desk.last().parameters().get("text")).isEqualTo("open");
    }

    @Test
    void tellsADecisionHowSomebodyCanBeReached() {
        String expression = """
                <input id="i"><inputExpression id="x" typeRef="string"EXPRESSION</inputExpression></input>\
                <output id""";
        String byParameter = Models.decision("by-parameter")
                .replace("<output id", expression.replace("EXPRESSION", "><text>person.status</text>"));
        String byFunction = Models.decision("by-function")
                .replace("<output id", expression.replace("EXPRESSION",
                        " expressionLanguage=\"juel\"><text>${presence('client:ada').status}</text>"));
        for (String decision : List.of(byParameter, byFunction)) {
            String rules = decision.replace("<outputEntry id=\"e\">",
                    "<inputEntry id=\"c\"><text>\"available\"</text></inputEntry><outputEntry id=\"e\">");
            String key = decision.equals(byParameter) ? "by-parameter" : "by-function";
            fixture.repository()
                    .createDeployment()
                    .addString(key + ".dmn", rules)
                    .addString(key + ".bpmn", asking("asks-" + key, key).replace(
                            "camunda:resultVariable=\"hours\"/>",
                            """
                                    camunda:resultVariable="hours"><bpmn:extensionElements><camunda:inputOutput>\
                                    <camunda:inputParameter name="person">${presence('client:ada')}\
                                    </camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>\
                                    </bpmn:businessRuleTask>"""))
                    .deploy();

            fixture.call("asks-" + key);

            assertThat(fixture.desk.last().parameters().get("text")).as(key).isEqualTo("open");
        }
    }

    @Test
    void letsAnAccountsFlowAskAShippedDecisionButNoOtherAccounts() {
        fixture.repository().createDeployment().addString("s.dmn", Models.decision("hours-shipped")).deploy();
        fixture.unit.run(() -> flows.deploy(OTHER, FlowSources.decision(Models.decision("hours-of-other"))));

        Deployment shipped = fixture.unit.run(() -> flows.deploy(FlowFixture.ACCOUNT,
                FlowSources.bpmn(asking("asks-shipped", "hours-shipped"))));
        Deployment foreign = fixture.unit.run(() -> flows.deploy(FlowFixture.ACCOUNT,
                FlowSources.bpmn(asking("asks-foreign", "hours-of-other"))));
        fixture.call("asks-shipped");

        assertThat(shipped).isInstanceOf(Deployed.class);
        assertThat(foreign).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                .extracting(FlowProblem::code)
                .containsExactly(FlowProblemCode.DECISION_NOT_DEPLOYED));
        assertThat(fixture.desk.last().parameters().get("text")).isEqualTo("open");
    }

    @Test
    void refusesToDeleteAFlowThatACallRuns() {
        deploy("busy", "Hello");
        fixture.call("busy");

        assertThatThrownBy(() -> flows.delete(FlowFixture.ACCOUNT, "busy", OptionalInt.empty()))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void acceptsADecisionTogetherWithTheFlowThatAsksItAndRefusesItAlone() {
        String model = asking("asking", "hours");

        Deployment alone = fixture.unit.run(() -> flows.deploy(FlowFixture.ACCOUNT, FlowSources.bpmn(model)));
        Deployment together = fixture.unit.run(() -> flows.deploy(FlowFixture.ACCOUNT,
                new FlowSources(Optional.of(model), List.of(Models.decision("hours")))));
        fixture.call("asking");

        assertThat(alone).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.problems())
                .extracting(FlowProblem::code)
                .containsExactly(FlowProblemCode.DECISION_NOT_DEPLOYED));
        assertThat(together).isInstanceOf(Deployed.class);
        assertThat(fixture.desk.last().parameters().get("text")).isEqualTo("open");
    }
}
