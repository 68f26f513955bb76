package org.jackfield.engine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.jackfield.engine.call.FlowRuns.Started;
import org.jackfield.engine.call.Instruction;
import org.jackfield.engine.call.InstructionOutcome.Done;
import org.jackfield.engine.store.PostgresExtension;
import org.jackfield.engine.store.flow.JobLocks;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Drawn timers, and how variables are kept. */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlowJobsTest {

    @SuppressWarnings("NullAway.Init")
    private FlowFixture flows;
    @SuppressWarnings("NullAway.Init")
    private JdbcClient jdbc;
    @SuppressWarnings("NullAway.Init")
    private JobLocks locks;

    @BeforeAll
    void build(DataSource dataSource) {
        flows = new FlowFixture(dataSource);
        jdbc = JdbcClient.create(dataSource);
        locks = new JobLocks(dataSource);
        flows.engine.startJobs();
    }

    @AfterAll
    void close() {
        flows.close();
    }

    private static AbstractFlowNodeBuilder<?, ?> waiting(String key) {
        return Bpmn.createExecutableProcess(key)
                .startEvent("in")
                .serviceTask("menu")
                .camundaDelegateExpression("${gather}")
                .camundaOutputParameter("choice", "${digits}");
    }

    @Test
    void withdrawsTheInstructionWhenADrawnTimerInterruptsIt() {
        flows.shipped(waiting("interrupted").endEvent()
                .moveToActivity("menu")
                .boundaryEvent("late")
                .timerWithDuration("PT10S")
                .serviceTask("sorry")
                .camundaDelegateExpression("${say}")
                .camundaInputParameter("text", "Too late")
                .endEvent()
                .done());
        flows.call("interrupted");
        Instruction asked = flows.desk.last();

        flows.clock.advance(Duration.ofSeconds(11));

        await().atMost(Duration.ofSeconds(30)).until(() -> flows.desk.last().element().equals("sorry"));
        assertThat(flows.desk.withdrawn()).contains(asked.id());
        flows.unit.run(() -> flows.runs.resume(asked, new Done(Map.of("digits", "1"))));
        assertThat(flows.desk.last().element()).isEqualTo("sorry");
    }

    @Test
    void failsTheFlowWhoseTimerLeadsToAnImpossibleElement() {
        flows.shipped(waiting("cursed").endEvent()
                .moveToActivity("menu")
                .boundaryEvent("late")
                .timerWithDuration("PT10S")
                .serviceTask("sorry")
                .camundaDelegateExpression("${say}")
                .camundaInputParameter("text", "${call.id.name}")
                .endEvent()
                .done());
        Started started = flows.call("cursed");

        flows.clock.advance(Duration.ofSeconds(11));

        await().atMost(Duration.ofSeconds(60)).until(() -> !flows.isRunning(started));
        assertThat(flows.desk.failed()).anyMatch(line -> line.contains("'name' is asked"));
    }

    @Test
    void freesTheJobsThatThisNodeHeldWhenItDied() {
        flows.shipped(waiting("held").endEvent()
                .moveToActivity("menu")
                .boundaryEvent("late")
                .timerWithDuration("P1D")
                .endEvent()
                .done());
        flows.call("held");
        jdbc.sql("UPDATE act_ru_job SET lock_owner_ = 'dead', lock_exp_time_ = now() + interval '1 day'").update();

        assertThat(locks.release("dead")).isPositive();
        assertThat(locks.release("dead")).isZero();
    }

    @Test
    void keepsMapsAsJsonAndRefusesJavaObjects() {
        flows.shipped(waiting("kept").serviceTask("next")
                .camundaDelegateExpression("${say}")
                .camundaInputParameter("text", "${choice.list[1]} of ${size(choice.list)}")
                .endEvent()
                .done());
        Started started = flows.call("kept");
        RuntimeService engine = flows.engine.processEngine().getRuntimeService();

        flows.outcome(new Done(Map.of("digits", Map.of("list", List.of("a", "b", 3)))));

        assertThat(flows.desk.last().parameters().get("text")).isEqualTo("b of 3");
        assertThat(jdbc.sql("SELECT text_ FROM act_ru_variable WHERE name_ = 'call' AND proc_inst_id_ = :id")
                .param("id", started.processInstanceId())
                .query(String.class)
                .single()).startsWith("{");
        assertThat(jdbc.sql("""
                SELECT count(*) FROM act_ge_bytearray b JOIN act_ru_variable v ON v.bytearray_id_ = b.id_
                WHERE v.proc_inst_id_ = :id""")
                .param("id", started.processInstanceId())
                .query(Integer.class)
                .single()).isZero();
        assertThatThrownBy(() -> engine.setVariable(started.processInstanceId(), "object", new AtomicInteger(3)))
                .hasMessageContaining("Cannot find serializer");
        assertThatThrownBy(() -> engine.setVariable(started.processInstanceId(), "bytes", new byte[3]))
                .hasMessageContaining("Cannot find serializer");
    }

    @Test
    void keepsALongTextBesideTheRow() {
        flows.shipped(waiting("long").serviceTask("next")
                .camundaDelegateExpression("${sendEvent}")
                .camundaInputParameter("type", "flow-test.sized")
                .serviceTask("last")
                .camundaDelegateExpression("${say}")
                .camundaInputParameter("text", "${size(choice)}")
                .endEvent()
                .done());
        flows.call("long");

        flows.outcome(new Done(Map.of("digits", "7".repeat(9000))));

        assertThat(flows.desk.last().parameters().get("text")).asString().isEqualTo("9000");
    }
}
