package org.jackfield.engine.work.expression;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts the values of known scopes in the place of their paths and works out what no longer depends on anything. */
final class Substitution {

    private final Facts facts;
    private final Set<Scope> known;

    private Substitution(Facts facts, Set<Scope> known) {
        this.facts = facts;
        this.known = known;
    }

    static Substitution of(Facts facts, Set<Scope> known) {
        return new Substitution(facts, known);
    }

    Expression apply(Expression expression) {
        return switch (expression) {
            case Expression.Always always -> always;
            case Expression.AnyOf(int position, List<Expression> terms) -> joined(position, terms, true);
            case Expression.AllOf(int position, List<Expression> terms) -> joined(position, terms, false);
            case Expression.Not(int position, Expression term) -> negated(position, apply(term));
            case Expression.Comparison comparison -> compared(comparison);
        };
    }

    private static Expression negated(int position, Expression term) {
        return term instanceof Expression.Always inner
                ? new Expression.Always(position, !inner.holds())
                : new Expression.Not(position, term);
    }

    /** The value that decides ({@code true} of AnyOf, {@code false} of AllOf) ends it; the other one is left out. */
    private Expression joined(int position, List<Expression> terms, boolean deciding) {
        Map<String, Expression> left = new LinkedHashMap<>();
        for (Expression term : terms) {
            Expression applied = apply(term);
            if (applied instanceof Expression.Always always) {
                if (always.holds() == deciding) {
                    return new Expression.Always(position, deciding);
                }
            } else {
                left.putIfAbsent(applied.text(), applied);
            }
        }
        if (left.size() <= 1) {
            return left.values().stream().findFirst().orElseGet(() -> new Expression.Always(position, !deciding));
        }
        List<Expression> rest = List.copyOf(left.values());
        return deciding ? new Expression.AnyOf(position, rest) : new Expression.AllOf(position, rest);
    }

    private Expression compared(Expression.Comparison comparison) {
        Expression.Operand left = operand(comparison.left());
        Expression.Operand right = operand(comparison.right());
        if (left instanceof Expression.Constant(int _, Object a)
                && right instanceof Expression.Constant(int _, Object b)) {
            return new Expression.Always(comparison.position(), comparison.operator().holds(a, b));
        }
        return new Expression.Comparison(comparison.position(), left, comparison.operator(), right);
    }

    private Expression.Operand operand(Expression.Operand operand) {
        return operand instanceof Expression.Path path && known.contains(path.scope())
                ? new Expression.Constant(path.position(), path.value(facts))
                : operand;
    }
}
