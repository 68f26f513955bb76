package org.jackfield.engine.work.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jackfield.engine.work.expression.Operator;
import org.jackfield.engine.work.table.TableProblem.Code;

/** Reads the cells of a table: unary tests of S-FEEL in inputs, single values in outputs. */
final class CellReader {

    private static final String NOT = "not";
    private static final String ANYTHING = "-";

    private final Scanner in;

    private CellReader(String text) {
        in = new Scanner(text);
    }

    /** The tests of an input's cell; an empty one asks for nothing. */
    static Cell tests(String text) throws CellException {
        return isBlank(text) ? Cell.ANYTHING : new CellReader(text).cell();
    }

    /** The value of an output's cell: a text, a number or a boolean; empty when it says nothing. */
    static Optional<Object> value(String text) throws CellException {
        if (isBlank(text)) {
            return Optional.empty();
        }
        Scanner in = new Scanner(text);
        Object value = in.value(Code.OUTPUT_VALUE);
        if (!in.isAtEnd()) {
            throw in.unknown(Code.OUTPUT_VALUE);
        }
        return Optional.of(value);
    }

    private static boolean isBlank(String text) {
        return text.isBlank() || text.strip().equals(ANYTHING);
    }

    private Cell cell() throws CellException {
        boolean denied = in.takesWord(NOT);
        if (denied && !in.takes('(')) {
            throw in.unknown(Code.TEST_UNKNOWN);
        }
        List<CellTest> tests = new ArrayList<>();
        do {
            tests.add(test());
        } while (in.takes(','));
        if ((denied && !in.takes(')')) || !in.isAtEnd()) {
            throw in.unknown(Code.TEST_UNKNOWN);
        }
        return new Cell(tests, denied);
    }

    private CellTest test() throws CellException {
        Optional<Operator> operator = in.operator();
        if (operator.isPresent()) {
            return bound(operator.get());
        }
        if (in.takes('[')) {
            return range(Operator.GREATER_OR_EQUAL);
        }
        if (in.takes('(') || in.takes(']')) {
            return range(Operator.GREATER);
        }
        return new CellTest.Same(in.value(Code.TEST_UNKNOWN));
    }

    private CellTest.Bound bound(Operator operator) throws CellException {
        Object end = in.value(Code.TEST_UNKNOWN);
        if (end instanceof Boolean) {
            throw in.unknown(Code.TEST_UNKNOWN);
        }
        return new CellTest.Bound(operator, end);
    }

    private CellTest range(Operator from) throws CellException {
        CellTest.Bound low = bound(from);
        in.expectDots();
        CellTest.Bound high = bound(Operator.LESS_OR_EQUAL);
        if (!in.takes(']')) {
            if (!in.takes(')') && !in.takes('[')) {
                throw in.unknown(Code.TEST_UNKNOWN);
            }
            high = new CellTest.Bound(Operator.LESS, high.value());
        }
        CellTest.Range range = new CellTest.Range(low, high);
        if (low.value() instanceof BigDecimal != high.value() instanceof BigDecimal) {
            throw in.unknown(Code.TEST_UNKNOWN);
        }
        if (range.extent().isEmpty()) {
            throw in.unknown(Code.NEVER_MATCHES);
        }
        return range;
    }
}
