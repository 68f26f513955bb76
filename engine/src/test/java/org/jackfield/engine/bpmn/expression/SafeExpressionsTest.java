package org.jackfield.engine.bpmn.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.context.VariableContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What an expression sees, and what it does not. */
class SafeExpressionsTest {

    private final SafeExpressions expressions = new SafeExpressions();
    private final Map<String, Object> variables = new TreeMap<>(Map.of("name", "Ada", "count", 3, "call",
            Map.of("from", "+1555", "tags", List.of("a", "b"))));

    private @Nullable Object evaluate(String expression) {
        VariableContext context = Variables.fromMap(variables).asVariableContext();
        return expressions.createValueExpression(expression).getValue(expressions.createElContext(context));
    }

    @Test
    void seesVariablesMapKeysAndListIndexes() {
        assertThat(evaluate("${name}")).isEqualTo("Ada");
        assertThat(evaluate("${call.from}")).isEqualTo("+1555");
        assertThat(evaluate("${call['tags'][1]}")).isEqualTo("b");
        assertThat(evaluate("${call.tags[7]}")).isNull();
        assertThat(evaluate("${nobody}")).isNull();
        assertThat(evaluate("${nobody.home}")).isNull();
        assertThat(evaluate("Hello ${name}, ${count + 1}")).isEqualTo("Hello Ada, 4");
    }

    @Test
    void seesNoPropertiesOfJavaObjects() {
        for (String expression : List.of("${name.class}", "${name.bytes}", "${call.tags.size}", "${count.class}")) {
            assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(ELException.class);
        }
    }

    @Test
    void callsTheDocumentedFunctions() {
        assertThat(evaluate("${concat(upper(name), '-', count)}")).isEqualTo("ADA-3");
        assertThat(evaluate("${size(call.tags) == 2 && contains(call.tags, 'a')}")).isEqualTo(true);
        assertThat(evaluate("${number('42') + 1}")).isEqualTo(43L);
        assertThat(evaluate("${number('x')}")).isNull();
        assertThat(evaluate("${default(nobody, 'friend')}")).isEqualTo("friend");
        assertThat(evaluate("${substring('abcdef', 2, 99)}")).isEqualTo("cdef");
        assertThat(evaluate("${startsWith(call.from, '+1') && !endsWith(name, 'x')}")).isEqualTo(true);
        assertThat(evaluate("${trim(lower(' AB '))}")).isEqualTo("ab");
        assertThat(evaluate("${timeOfDay('UTC')}")).asString().matches("[0-9]{2}:[0-9]{2}");
        assertThat(evaluate("${dayOfWeek('Europe/Berlin')}")).asString().endsWith("DAY");
        assertThatThrownBy(() -> evaluate("${date('Nowhere')}")).isInstanceOf(RuntimeException.class);
    }

    @Test
    void callsNothingElse() {
        for (String expression : List.of("${name.length()}", "${exec('id')}", "${''.getClass()}", "${currentUser()}",
                "${java.lang.System.exit(1)}")) {
            assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(RuntimeException.class);
        }
    }

    @Test
    void listsItsFunctions() {
        assertThat(FlowFunctions.names()).containsExactly("concat", "contains", "date", "dayOfWeek", "default",
                "endsWith", "lower", "now", "number", "presence", "size", "startsWith", "substring", "text",
                "timeOfDay",
                "trim", "upper");
    }
}
