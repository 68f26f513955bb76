package org.jackfield.engine.work.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the comparisons that made an expression true or false: all of those that would have to change. */
final class Explainer {

    private final Facts facts;
    private final List<Explanation.Reason> reasons = new ArrayList<>();

    private Explainer(Facts facts) {
        this.facts = facts;
    }

    static Explanation explain(Expression expression, Facts facts) {
        Explainer explainer = new Explainer(facts);
        boolean holds = expression.matches(facts);
        explainer.collect(expression, holds);
        return new Explanation(holds, explainer.reasons);
    }

    private void collect(Expression expression, boolean outcome) {
        switch (expression) {
            case Expression.Always always -> reasons.add(new Explanation.Reason(always.position(), always.text(),
                    outcome ? Explanation.Cause.HOLDS : Explanation.Cause.DIFFERENT, "asks for no attribute"));
            case Expression.AnyOf(int _, List<Expression> terms) -> collect(terms, outcome);
            case Expression.AllOf(int _, List<Expression> terms) -> collect(terms, outcome);
            case Expression.Not(int _, Expression term) -> collect(term, !outcome);
            case Expression.Comparison comparison -> reasons.add(reason(comparison, outcome));
        }
    }

    private void collect(List<Expression> terms, boolean outcome) {
        terms.stream().filter(term -> term.matches(facts) == outcome).forEach(term -> collect(term, outcome));
    }

    private Explanation.Reason reason(Expression.Comparison comparison, boolean outcome) {
        @Nullable
        Object left = comparison.left().value(facts);
        @Nullable
        Object right = comparison.right().value(facts);
        Explanation.Cause cause = outcome ? Explanation.Cause.HOLDS : cause(comparison, left, right);
        String seen = Stream.of(comparison.left(), comparison.right())
                .filter(Expression.Path.class::isInstance)
                .map(side -> Texts.of(side) + " is " + Texts.shown(side.value(facts)))
                .collect(Collectors.joining("; "));
        String complaint = cause == Explanation.Cause.WRONG_TYPE ? "; " + comparison.operator().wants() : "";
        return new Explanation.Reason(comparison.position(), comparison.text(), cause,
                (seen.isEmpty() ? "asks for no attribute" : seen) + complaint);
    }

    private static Explanation.Cause cause(Expression.Comparison comparison, @Nullable Object left,
            @Nullable Object right) {
        if (isAbsent(comparison.left(), left) || isAbsent(comparison.right(), right)) {
            return Explanation.Cause.ABSENT;
        }
        return comparison.operator().suits(left, right)
                ? Explanation.Cause.DIFFERENT
                : Explanation.Cause.WRONG_TYPE;
    }

    private static boolean isAbsent(Expression.Operand side, @Nullable Object value) {
        return side instanceof Expression.Path && value == null;
    }
}
