package org.jackfield.engine.work.expression;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jackfield.engine.work.expression.Values.Kind;
import org.jspecify.annotations.Nullable;

/** Looks for two demands on one path that no value fulfils. */
final class Clash {

    private Clash() {}

    static Optional<Warning> in(List<Demand> demands) {
        return ofKinds(demands).or(() -> ofValues(demands)).or(() -> ofBounds(demands));
    }

    private static Optional<Warning> ofKinds(List<Demand> demands) {
        Set<Kind> left = EnumSet.allOf(Kind.class);
        for (Demand demand : demands) {
            left.retainAll(demand.kinds());
            if (left.isEmpty()) {
                return Optional.of(ofTypes(demands, demand));
            }
        }
        return Optional.empty();
    }

    private static Warning ofTypes(List<Demand> demands, Demand last) {
        if (last.kinds().isEmpty() && last.said() instanceof Expression.Comparison comparison) {
            return new Warning(comparison.position(), comparison.text() + ": " + comparison.operator().wants());
        }
        return demands.stream()
                .filter(other -> other.kinds().stream().noneMatch(last.kinds()::contains))
                .findFirst()
                .map(other -> other.said() instanceof Expression.Always
                        ? new Warning(last.said().position(), last.path().text() + " is never of the type that "
                                + last.said().text() + " asks for")
                        : exclusive(other, last))
                .orElseGet(() -> new Warning(last.said().position(), last.path().text() + " is asked to be of "
                        + "several types at once"));
    }

    private static Optional<Warning> ofValues(List<Demand> demands) {
        for (Demand source : demands) {
            Optional<List<?>> listed = source.test().flatMap(Demand.Test::candidates);
            if (listed.isPresent()) {
                List<@Nullable Object> left = new ArrayList<>(listed.get());
                for (Demand demand : demands) {
                    left.removeIf(value -> !demand.test().map(test -> test.admits(value)).orElse(true)
                            || !demand.kinds().contains(Kind.of(value)));
                    if (left.isEmpty()) {
                        return Optional.of(exclusive(source, demand));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Warning> ofBounds(List<Demand> demands) {
        for (Demand low : demands) {
            for (Demand high : demands) {
                if (isBound(low, true) && isBound(high, false) && isNothingBetween(low, high)) {
                    return Optional.of(exclusive(low, high));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isNothingBetween(Demand low, Demand high) {
        Demand.Test lower = low.test().orElseThrow();
        Demand.Test upper = high.test().orElseThrow();
        boolean strict = seen(lower) == Operator.GREATER || seen(upper) == Operator.LESS;
        return Values.compare(lower.constant(), upper.constant())
                .stream()
                .anyMatch(order -> order > 0 || (order == 0 && strict));
    }

    private static boolean isBound(Demand demand, boolean low) {
        return demand.test()
                .filter(Demand.Test::wanted)
                .map(Clash::seen)
                .filter(operator -> low
                        ? operator == Operator.GREATER || operator == Operator.GREATER_OR_EQUAL
                        : operator == Operator.LESS || operator == Operator.LESS_OR_EQUAL)
                .isPresent();
    }

    private static Operator seen(Demand.Test test) {
        return test.pathIsLeft() ? test.operator() : test.operator().mirrored();
    }

    private static Warning exclusive(Demand one, Demand other) {
        if (Objects.equals(one, other)) {
            return new Warning(one.said().position(), one.said().text() + " admits no value");
        }
        boolean inOrder = one.said().position() <= other.said().position();
        Demand first = inOrder ? one : other;
        Demand second = inOrder ? other : one;
        return new Warning(second.said().position(), first.said().text() + " (at position "
                + first.said().position() + ") and " + second.said().text() + " exclude each other");
    }
}
