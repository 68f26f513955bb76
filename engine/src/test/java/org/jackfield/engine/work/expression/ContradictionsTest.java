package org.jackfield.engine.work.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContradictionsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"a == 1 AND a == 2|13|exclude each other",
        "a == 1 AND b == 2 AND a != 1|24|exclude each other", "a > 3 AND a < 3|12|exclude each other",
        "a >= 3 AND 3 > a|13|exclude each other", "a IN ['x', 'y'] AND a == 'z'|22|exclude each other",
        "a == 'x' AND a == 1|15|exclude each other", "a HAS 'x' AND a CONTAINS 'x'|16|exclude each other",
        "a == 1 AND (a == 2 OR a == 3)|14|exclude each other", "a == 1 AND NOT a == 1|17|asked for and denied",
        "a == 1 AND NOT (a IN [1, 2] OR b == 3)|18|exclude each other", "1 == 2|2|is false",
        "a > true|2|two numbers or two texts", "a CONTAINS 5|2|text on both sides",
        "taskrouter.dayOfWeek == 'Monday'|21|exclude each other", "taskrouter.currentHour > 23|23|exclude",
        "sid == 5|4|never of the type", "a == null AND a > 1|16|exclude each other", "a IN []|2|admits no value",
        "a == 'x' AND a == 2 OR b == 1 AND b == 3|15|exclude each other"})
    void warnsWhereWhenNothingCanMakeItTrue(String text, int position, String why) {
        List<Warning> warnings = Expression.parse(text, Scope.WORKER).warnings();

        assertThat(warnings).hasSize(1);
        assertThat(warnings.getFirst().position()).isEqualTo(position);
        assertThat(warnings.getFirst().text()).startsWith("can never be true").contains(why);
    }

    @Test
    void warnsOfTheAlternativeThatCanNeverBeTrue() {
        assertThat(Expression.parse("b == 1 OR a == 1 AND a == 2", Scope.WORKER).warnings())
                .singleElement()
                .satisfies(warning -> assertThat(warning.text()).startsWith("an alternative can never be true")
                        .contains("worker.a == 1 (at position 12) and worker.a == 2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a == 1 OR a == 2", "a > 3 AND a < 4", "a >= 3 AND a <= 3", "a != 1 AND a != 2",
        "a HAS 'x' AND a HAS 'y'", "1 == 1", "a.b == 1 AND a.c == 2", "a[0] == 1 AND a[1] == 2",
        "a == b AND a == 1", "NOT (a == 1 AND a == 2)", "task.a == 1 AND worker.a == 2",
        "taskrouter.currentTime > 2200 OR taskrouter.currentTime < 600", "a IN [1, 'x'] AND a != 1"})
    void doesNotWarnWhenItCanBeTrue(String text) {
        assertThat(Expression.parse(text, Scope.WORKER).warnings()).isEmpty();
    }

    @Test
    void givesUpQuietlyWhenThereAreTooManyAlternatives() {
        String text = "(a == 1 OR b == 1)" + " AND (a == 1 OR b == 1)".repeat(150);

        assertThat(Expression.parse(text, Scope.WORKER).warnings()).isEmpty();
    }
}
