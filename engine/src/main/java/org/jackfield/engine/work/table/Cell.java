package org.jackfield.engine.work.table;

import java.util.List;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.Operator;

/** What a row asks of one input: any of the tests, or none of them; without tests anything will do. */
record Cell(List<CellTest> tests, boolean denied) {

    static final Cell ANYTHING = new Cell(List.of(), false);

    Cell {
        tests = List.copyOf(tests);
    }

    boolean isAnything() {
        return tests.isEmpty();
    }

    Extent extent() {
        if (isAnything()) {
            return Extent.ALL;
        }
        Extent any = tests.stream().map(CellTest::extent).reduce(Extent.NONE, Extent::or);
        return denied ? any.not() : any;
    }

    /** An absent attribute, and one of another type, fulfils nothing but a denial. */
    Expression on(Expression.Path path) {
        if (isAnything()) {
            return new Expression.Always(0, true);
        }
        Expression any = any(path);
        return denied ? new Expression.Not(0, any) : any;
    }

    private Expression any(Expression.Path path) {
        if (tests.size() == 1) {
            return tests.getFirst().on(path);
        }
        List<Object> values = tests.stream()
                .filter(CellTest.Same.class::isInstance)
                .map(CellTest::sample)
                .toList();
        return values.size() == tests.size()
                ? new Expression.Comparison(0, path, Operator.IN, new Expression.Constant(0, values))
                : new Expression.AnyOf(0, tests.stream().map(test -> test.on(path)).toList());
    }
}
