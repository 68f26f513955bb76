package org.jackfield.engine.work.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.Facts;
import org.jackfield.engine.work.expression.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms of a cell, and what they become. */
class CellReaderTest {

    private static final Expression.Path X = new Expression.Path(0, Scope.TASK, List.of("x"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "\"nl\"                   | task.x == 'nl'",
        "  \"nl\" , \"en\"        | task.x IN ['nl', 'en']",
        "5                        | task.x == 5",
        "-2.50                    | task.x == -2.5",
        ".5                       | task.x == 0.5",
        "true                     | task.x == true",
        "false                    | task.x == false",
        "1, 2, 3                  | task.x IN [1, 2, 3]",
        "< 5                      | task.x < 5",
        "<=5                      | task.x <= 5",
        "> -5                     | task.x > -5",
        ">= \"m\"                 | task.x >= 'm'",
        "[1..5]                   | task.x >= 1 AND task.x <= 5",
        "(1..5)                   | task.x > 1 AND task.x < 5",
        "]1 .. 5[                 | task.x > 1 AND task.x < 5",
        "[1..5)                   | task.x >= 1 AND task.x < 5",
        "(\"a\"..\"f\"]           | task.x > 'a' AND task.x <= 'f'",
        "\"gold\", > 7, [2..3]    | task.x == 'gold' OR task.x > 7 OR task.x >= 2 AND task.x <= 3",
        "not(\"nl\")              | NOT (task.x == 'nl')",
        "not( 1, [5..6] )         | NOT (task.x == 1 OR task.x >= 5 AND task.x <= 6)",
        "\"say \\\"hi\\\"\"       | task.x == 'say \"hi\"'",
        "\"it's\"                 | task.x == 'it\\'s'",
        "\"not(\"                 | task.x == 'not('"})
    void becomesConditionWhenCellIsUnaryTest(String cell, String condition) throws CellException {
        String written = CellReader.tests(cell).on(X).text();

        assertThat(written).isEqualTo(condition);
        assertThat(Expression.parse(written, Scope.TASK).text()).isEqualTo(condition);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "-", " - "})
    void asksForNothingWhenCellIsEmpty(String cell) throws CellException {
        assertThat(CellReader.tests(cell)).isEqualTo(Cell.ANYTHING);
        assertThat(CellReader.tests(cell).on(X).matches(Facts.ofWorker(Map.of()))).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "nl                   | TEXT_UNQUOTED | at character 1",
        "'nl'                 | TEXT_UNQUOTED | at character 1",
        "\"nl                 | TEXT_UNQUOTED | at its end",
        "\"nl\" \"en\"        | TEST_UNKNOWN  | at character 6",
        "1,                   | TEST_UNKNOWN  | at its end",
        "= 5                  | TEST_UNKNOWN  | at character 1",
        "!= 5                 | TEST_UNKNOWN  | at character 1",
        "<                    | TEST_UNKNOWN  | at its end",
        "< true               | TEST_UNKNOWN  | at its end",
        "[1..]                | TEST_UNKNOWN  | at character 5",
        "[1, 5]               | TEST_UNKNOWN  | at character 3",
        "[1..\"a\"]           | TEST_UNKNOWN  | at its end",
        "[5..1]               | NEVER_MATCHES | at its end",
        "(2..2]               | NEVER_MATCHES | at its end",
        "not 5                | TEST_UNKNOWN  | at character 5",
        "not(5                | TEST_UNKNOWN  | at its end",
        "not(not(5))          | TEST_UNKNOWN  | at character 5",
        "date(\"2026-01-01\") | TEST_UNKNOWN  | at character 1",
        "? > 5                | TEST_UNKNOWN  | at character 1",
        "5 + 1                | TEST_UNKNOWN  | at character 3",
        "\"a\\q\"             | TEST_UNKNOWN  | at character 4",
        "null                 | TEXT_UNQUOTED | at character 1"})
    void isRefusedWithItsPlaceWhenCellIsNone(String cell, String code, String place) {
        assertThatThrownBy(() -> CellReader.tests(cell)).isInstanceOfSatisfying(CellException.class,
                refused -> assertThat(refused.at(3, "task.x")).satisfies(problem -> {
                    assertThat(problem.row()).contains(3);
                    assertThat(problem.column()).isEqualTo("task.x");
                    assertThat(problem.code()).isEqualTo(code);
                    assertThat(problem.cause()).contains(cell.strip(), place);
                    assertThat(problem.remedy()).isNotBlank();
                }));
    }

    @Test
    void readsOneValueOfOutputCell() throws CellException {
        assertThat(CellReader.value("\"sales\"")).contains("sales");
        assertThat(CellReader.value(" 60 ")).contains(new BigDecimal("60"));
        assertThat(CellReader.value("true")).contains(true);
        assertThat(CellReader.value("-")).isEmpty();
        assertThat(CellReader.value("")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"sales | TEXT_UNQUOTED", "\"a\", \"b\" | OUTPUT_VALUE",
        "> 5 | OUTPUT_VALUE", "5 + 5 | OUTPUT_VALUE"})
    void isRefusedWhenOutputCellIsNoSingleValue(String cell, String code) {
        assertThatThrownBy(() -> CellReader.value(cell)).isInstanceOfSatisfying(CellException.class,
                refused -> assertThat(refused.at(1, "queue").code()).isEqualTo(code));
    }
}
