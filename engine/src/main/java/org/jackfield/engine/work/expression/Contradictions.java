package org.jackfield.engine.work.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds expressions, and alternatives of an OR, that no attributes can make true. Whatever it reports is so; it does not find
 * all, since it gives up on texts with too many combinations of alternatives.
 */
final class Contradictions {

    private static final int MOST_STEPS = 5_000;
    private static final Facts NOTHING = Facts.ofWorker(Map.of());

    private int steps;

    private Contradictions() {}

    static List<Warning> in(Expression expression) {
        Optional<Warning> whole = new Contradictions().refute(List.of(expression), List.of());
        if (whole.isPresent()) {
            return List.of(new Warning(whole.get().position(), "can never be true: " + whole.get().text()));
        }
        return expression instanceof Expression.AnyOf(int _, List<Expression> terms)
                ? terms.stream()
                        .flatMap(term -> new Contradictions().refute(List.of(term), List.of()).stream())
                        .map(why -> new Warning(why.position(), "an alternative can never be true: " + why.text()))
                        .toList()
                : List.of();
    }

    static boolean refutes(Expression expression) {
        return new Contradictions().refute(List.of(expression), List.of()).isPresent();
    }

    /** Why not all of them can be true together with what is sure; empty when they can, or nobody knows. */
    private Optional<Warning> refute(List<Expression> open, List<Expression> sure) {
        if (++steps > MOST_STEPS) {
            return Optional.empty();
        }
        if (open.isEmpty()) {
            return conflict(sure);
        }
        List<Expression> rest = open.subList(1, open.size());
        return switch (open.getFirst()) {
            case Expression.Always(int position, boolean holds) -> holds
                    ? refute(rest, sure)
                    : Optional.of(new Warning(position, "it asks for nothing that can be"));
            case Expression.AllOf(int _, List<Expression> terms) -> refute(joined(terms, rest), sure);
            case Expression.AnyOf(int _, List<Expression> terms) -> refuteEach(terms, rest, sure);
            case Expression.Comparison comparison -> refute(rest, joined(sure, List.of(comparison)));
            case Expression.Not(int _, Expression.Comparison _) ->
                refute(rest, joined(sure, List.of(open.getFirst())));
            case Expression.Not(int position, Expression term) ->
                refute(joined(List.of(negated(position, term)), rest), sure);
        };
    }

    private Optional<Warning> refuteEach(List<Expression> terms, List<Expression> rest, List<Expression> sure) {
        Optional<Warning> first = Optional.empty();
        for (Expression term : terms) {
            Optional<Warning> why = refute(joined(List.of(term), rest), sure);
            if (why.isEmpty()) {
                return why;
            }
            first = first.or(() -> why);
        }
        return first;
    }

    private static Expression negated(int position, Expression term) {
        return switch (term) {
            case Expression.AnyOf(int at, List<Expression> terms) -> new Expression.AllOf(at, negated(terms));
            case Expression.AllOf(int at, List<Expression> terms) -> new Expression.AnyOf(at, negated(terms));
            case Expression.Not(int _, Expression inner) -> inner;
            case Expression.Always(int at, boolean holds) -> new Expression.Always(at, !holds);
            case Expression.Comparison comparison -> new Expression.Not(position, comparison);
        };
    }

    private static List<Expression> negated(List<Expression> terms) {
        return terms.stream().<Expression>map(term -> new Expression.Not(term.position(), term)).toList();
    }

    private static Optional<Warning> conflict(List<Expression> sure) {
        Map<String, List<Demand>> byPath = new LinkedHashMap<>();
        Set<String> texts = new HashSet<>();
        for (Expression one : sure) {
            Optional<Warning> alone = alone(one, texts);
            if (alone.isPresent()) {
                return alone;
            }
            Demand.of(one)
                    .forEach(demand -> byPath.computeIfAbsent(demand.path().text(), _ -> known(demand.path()))
                            .add(demand));
        }
        return byPath.values().stream().flatMap(demands -> Clash.in(demands).stream()).findFirst();
    }

    /** What is false by itself, or denies what was said before. */
    private static Optional<Warning> alone(Expression one, Set<String> before) {
        boolean negated = one instanceof Expression.Not;
        Expression.Comparison comparison = (Expression.Comparison) (one instanceof Expression.Not(int _, Expression term)
                ? term
                : one);
        if (comparison.paths().findAny().isEmpty() && comparison.matches(NOTHING) == negated) {
            return Optional.of(new Warning(comparison.position(), one.text() + " is false"));
        }
        before.add(one.text());
        String denial = negated ? comparison.text() : new Expression.Not(0, comparison).text();
        return before.contains(denial)
                ? Optional.of(new Warning(comparison.position(), comparison.text() + " is asked for and denied"))
                : Optional.empty();
    }

    /** What is known of a path whose values the product itself gives. */
    private static List<Demand> known(Expression.Path path) {
        return new ArrayList<>(Demand.known(path).stream().toList());
    }

    private static List<Expression> joined(List<Expression> one, List<Expression> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
