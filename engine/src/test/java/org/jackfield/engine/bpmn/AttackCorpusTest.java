package org.jackfield.engine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.dmn.feel.impl.FeelException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.jackfield.engine.call.instruction.InstructionCatalog;
import org.jackfield.engine.bpmn.check.FlowValidator;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.error.DomainException;
import org.jackfield.engine.flow.FlowProblem;
import org.jackfield.engine.flow.Flows;
import org.jackfield.engine.flow.Flows.Deployment;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.store.flow.FlowIndex;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each attack is refused when it is deployed and, forced past the check, does nothing at run time. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackCorpusTest {

    @SuppressWarnings("NullAway.Init")
    private FlowFixture flows;
    @SuppressWarnings("NullAway.Init")
    private Flows deployed;

    @BeforeAll
    void build(DataSource dataSource) {
        flows = new FlowFixture(dataSource);
        deployed = new BpmnFlows(flows.engine, new FlowValidator(InstructionCatalog.standard().definitions()),
                new FlowIndex(dataSource));
    }

    @AfterAll
    void close() {
        flows.close();
    }

    static Stream<Attack> attacks() {
        return Attack.corpus().stream();
    }

    @Test
    void holdsAtLeastSixtyAttacks() {
        assertThat(Attack.corpus()).hasSizeGreaterThanOrEqualTo(60).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedWithElementCauseAndRemedyWhenDeployed(Attack attack) {
        Deployment answer = flows.unit.run(() -> deployed.deploy(FlowFixture.ACCOUNT, attack.sources()));

        assertThat(answer).isInstanceOfSatisfying(Deployment.Refused.class, refused -> {
            assertThat(refused.problems()).isNotEmpty().allSatisfy(problem -> {
                assertThat(problem.cause()).isNotBlank();
                assertThat(problem.remedy()).isNotBlank();
            });
            boolean wholeFile = attack.kind().endsWith("file");
            assertThat(refused.problems()).anyMatch(problem -> wholeFile || !problem.element().isEmpty());
            assertThat(refused.problems().stream().map(FlowProblem::code).map(Enum::name))
                    .doesNotContain("ENGINE_REFUSED");
        });
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void doesNothingWhenForcedPastTheCheck(Attack attack) {
        int before = flows.desk.handedOut().size();

        boolean stopped = attack.isDecision() ? isDecisionStopped(attack) : isFlowStopped(attack);

        assertThat(Canary.hasSung()).isFalse();
        List<Instruction> told = flows.desk.handedOut().subList(before, flows.desk.handedOut().size());
        assertThat(told).allSatisfy(instruction -> assertThat(instruction.parameters().toString())
                .doesNotContainIgnoringCase("java.")
                .doesNotContain("root:")
                .doesNotContain("ExecutionEntity"));
        assertThat(stopped || told.isEmpty() || attack.kind().equals("expression")).isTrue();
    }

    private boolean isFlowStopped(Attack attack) {
        try {
            flows.repository()
                    .createDeployment()
                    .tenantId(FlowFixture.ACCOUNT.value())
                    .addString("attacked.bpmn", attack.file())
                    .deploy();
            flows.call("attacked");
            return false;
        } catch (ProcessEngineException | DomainException refused) {
            return true;
        }
    }

    private boolean isDecisionStopped(Attack attack) {
        try {
            flows.repository()
                    .createDeployment()
                    .tenantId(FlowFixture.ACCOUNT.value())
                    .addString("d.dmn", attack.file())
                    .deploy();
            String result = attack.kind().equals("dmn")
                    ? flows.engine.processEngine()
                            .getDecisionService()
                            .evaluateDecisionByKey("d")
                            .decisionDefinitionTenantId(FlowFixture.ACCOUNT.value())
                            .variables(Map.of("call", "text"))
                            .evaluate()
                            .toString()
                    : "";
            assertThat(result).doesNotContain("java.").doesNotContain("Runtime");
            return false;
        } catch (ProcessEngineException | DmnEngineException | FeelException refused) {
            return true;
        }
    }
}
