package org.jackfield.engine.work.table;

import java.math.BigDecimal;
import java.util.List;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.Operator;

/** One unary test of S-FEEL (DMN 1.3, section 9): what a value is asked. Values are texts, numbers and booleans. */
sealed interface CellTest {

    Expression on(Expression.Path path);

    Extent extent();

    /** A value of the test, by whose type the column's type is checked. */
    Object sample();

    /** The value itself. */
    record Same(Object value) implements CellTest {
        @Override
        public Expression on(Expression.Path path) {
            return comparison(path, Operator.EQUAL, value);
        }

        @Override
        public Extent extent() {
            return switch (value) {
                case BigDecimal number -> Extent.ofNumbers(Line.only(number));
                case Boolean flag -> Extent.ofBoolean(flag);
                default -> Extent.ofTexts(Line.only(value.toString()));
            };
        }

        @Override
        public Object sample() {
            return value;
        }
    }

    /** On one side of a text or a number. */
    record Bound(Operator operator, Object value) implements CellTest {
        @Override
        public Expression on(Expression.Path path) {
            return comparison(path, operator, value);
        }

        @Override
        public Extent extent() {
            return value instanceof BigDecimal number
                    ? Extent.ofNumbers(line(number))
                    : Extent.ofTexts(line(value.toString()));
        }

        @Override
        public Object sample() {
            return value;
        }

        private <T extends Comparable<T>> Line<T> line(T end) {
            return switch (operator) {
                case LESS -> Line.below(end, false);
                case LESS_OR_EQUAL -> Line.below(end, true);
                case GREATER -> Line.above(end, false);
                default -> Line.above(end, true);
            };
        }
    }

    /** Between two texts or two numbers. */
    record Range(Bound low, Bound high) implements CellTest {
        @Override
        public Expression on(Expression.Path path) {
            return new Expression.AllOf(0, List.of(low.on(path), high.on(path)));
        }

        @Override
        public Extent extent() {
            return low.extent().and(high.extent());
        }

        @Override
        public Object sample() {
            return low.value;
        }
    }

    private static Expression comparison(Expression.Path path, Operator operator, Object value) {
        return new Expression.Comparison(0, path, operator, new Expression.Constant(0, value));
    }
}
