package org.jackfield.engine.bpmn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.task.TaskQuery;
import org.jackfield.engine.store.PostgresExtension;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The engine's known hole: it evaluates an expression inside an {@code or()} task query although expressions in queries are
 * off. Nobody outside reaches a query of ours; who would get to one meets our own resolver, which calls no method.
 */
@ExtendWith(PostgresExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineQueriesTest {

    private static final String SING = "${''.getClass().forName('org.jackfield.engine.bpmn.Canary').newInstance()}";

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

    @Test
    void isRefusedWhenAPlainQueryCarriesAnExpression() {
        TaskQuery query = query().taskAssigneeExpression("${'alice'}");

        assertThatThrownBy(query::list).isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("Expressions are forbidden");
    }

    @Test
    void evaluatesWithOurResolverWhenAnOrQueryCarriesAnExpression() {
        assertThat(query().or().taskAssigneeExpression("${'alice'}").endOr().list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {SING, "${execution.processEngineServices}", "${''['class'].classLoader}"})
    void callsNothingWhenAnAttackHidesInAnOrQuery(String attack) {
        TaskQuery query = query().or().taskAssigneeExpression(attack).endOr();

        assertThatThrownBy(query::list).isInstanceOf(RuntimeException.class);
        assertThat(Canary.hasSung()).isFalse();
    }

    private TaskQuery query() {
        return flows.engine.processEngine().getTaskService().createTaskQuery();
    }
}
