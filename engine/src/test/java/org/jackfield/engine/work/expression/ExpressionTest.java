package org.jackfield.engine.work.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {

    private static final Facts ALICE = new Facts(
            Map.of("skills", List.of("sales", "support", 7), "level", 3, "name", "Alice", "vip", true, "home",
                    Map.of("city", "Delft", "phones", List.of("desk", "mobile"))),
            Map.of("language", "nl", "skills", List.of("legal")), Facts.clockAt(Instant.parse("2026-03-02T09:05:30Z")),
            Map.of("available", 3, "WA1", 2));

    @ParameterizedTest
    @ValueSource(strings = {"skills HAS \"sales\"", "skills has 'support'", "skills HAS 7", "level == 3", "level = 3.0",
        "level != 4", "level > 2.5", "level >= 3", "level < 4 AND level <= 3", "name == 'Alice'",
        "name CONTAINS 'lic'", "vip == true", "absent == null", "absent != 'x'", "name IN ['Bob', 'Alice']",
        "name NOT IN ['Bob']", "'sales' IN skills", "worker.home.city == \"Delft\"", "home.phones[1] == 'mobile'",
        "task.language == 'nl'", "name == 'Bob' OR level == 3 AND vip == true",
        "(name == 'Bob' or level == 3) and vip == TRUE", "1 == 1", "level > -1", "name == 'Al\\ice'",
        "home.phones[9] == null", "name < 'Bob'", "task.skills HAS 'legal'", "NOT level == 4",
        "not (level == 4 or name == 'Bob') and vip = true", "NOT NOT level == 3", "taskrouter.currentTime == 905",
        "taskrouter.currentHour >= 9 AND taskrouter.currentMin < 6", "taskrouter.dayOfWeek IN ['Mon', \"Tue\"]",
        "workers.available > 2 AND workers.WA1 == 2", "workers.WA9 == null", "TASK.language == 'nl'"})
    void matchesWhenTheConditionHolds(String text) {
        assertThat(Expression.parse(text, Scope.WORKER).matches(ALICE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"skills HAS 'legal'", "name HAS 'A'", "skills == 'sales'", "skills != 'sales'",
        "skills CONTAINS 'sales'", "name IN level", "name NOT IN level", "level > 'a'", "vip > 0", "absent > 1",
        "name == 'Bob' AND level == 3 OR vip == false", "home == null", "level == '3'", "home.phones == null",
        "NOT level == 3", "NOT (level == 3 AND vip == true)"})
    void doesNotMatchWhenItDoesNot(String text) {
        assertThat(Expression.parse(text, Scope.WORKER).matches(ALICE)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"agent-id == 1|5|hyphen", "name ==|7|the end",
        "== 1|0|a value or an attribute", "name == 'x|8|not closed", "name 'x'|5|a comparison",
        "(name == 'x'|12|')'", "name == 'x')|11|AND, OR or the end", "'a' HAS 'b'|0|list on its left",
        "skills HAS ['a']|11|single value", "name IN 'abc'|8|list on its right", "name == ['a']|8|compared this way",
        "name NOT 'x'|9|IN after NOT", "a.b. == 1|5|a name after '.'", "a[x] == 1|2|an index", "a ! b|2|no meaning",
        "a == 12abc|7|over into a name", "a IN ['b' 'c']|10|',' or ']'", "a IN [b]|6|a text, a number",
        "and == 1|0|a value or an attribute", "a == 1 && b == 2|7|no meaning", "a == 1.2.3|5|not a number",
        "a[-1] == 2|2|whole number", "NOT|3|a value or an attribute",
        "name 'has' 'x'|5|a comparison", "a == 1 NOT b == 2|7|AND, OR or the end"})
    void saysWhereAndWhatWhenTheTextIsWrong(String text, int position, String problem) {
        assertThatThrownBy(() -> Expression.parse(text, Scope.WORKER)).isInstanceOf(ExpressionException.class)
                .hasMessageContaining(problem)
                .extracting(e -> ((ExpressionException) e).position())
                .isEqualTo(position);
    }

    @Test
    void refusesTooDeepAndTooLongTexts() {
        String deep = "(".repeat(40) + "a == 1" + ")".repeat(40);
        String denied = "NOT ".repeat(1_000) + "a == 1";
        String wide = "a == 1" + " OR a == 1".repeat(1_000);

        assertThatThrownBy(() -> Expression.parse(deep, Scope.WORKER)).hasMessageContaining("parentheses");
        assertThatThrownBy(() -> Expression.parse(denied, Scope.WORKER)).hasMessageContaining("NOTs");
        assertThatThrownBy(() -> Expression.parse(wide, Scope.WORKER)).hasMessageContaining("longer than");
    }

    @Test
    void neverFailsOtherwiseWhenTheTextIsNoise() {
        long seed = 20_261_120L;
        Random random = new Random(seed);
        String alphabet = "ab.-_ 019\"'()[],=<>!&\\ANDORHSINTnull\n\u00e9";

        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(30), 0, alphabet.length()).forEach(c -> text.append(alphabet.charAt(c)));
            assertThat(parsesOrSaysWhere(text.toString())).as("seed %d: %s", seed, text).isTrue();
        }
    }

    private static boolean parsesOrSaysWhere(String text) {
        try {
            Expression.parse(text, Scope.WORKER).matches(ALICE);
            return true;
        } catch (ExpressionException e) {
            return e.position() >= 0 && e.position() <= text.length();
        }
    }
}
