package org.jackfield.engine.work.expression;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jackfield.engine.work.expression.Values.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What one comparison, or its denial, asks of one path: the types that can fulfil it, and for a comparison with a constant
 * which values do.
 */
record Demand(Expression said, Expression.Path path, Set<Kind> kinds, Optional<Test> test) {

    /** The comparison of the path with a constant, the path on the left or on the right, asked for or denied. */
    record Test(Operator operator, @Nullable Object constant, boolean pathIsLeft, boolean wanted) {

        boolean admits(@Nullable Object value) {
            return (pathIsLeft ? operator.holds(value, constant) : operator.holds(constant, value)) == wanted;
        }

        /** All values that fulfil it, where they can be listed. */
        Optional<List<?>> candidates() {
            Operator seen = pathIsLeft ? operator : operator.mirrored();
            if (!wanted) {
                return Optional.empty();
            }
            if (seen == Operator.EQUAL) {
                return Optional.of(Arrays.asList(constant));
            }
            return seen == Operator.IN && constant instanceof List<?> list ? Optional.of(list) : Optional.empty();
        }
    }

    private static final Set<Kind> ANY = Set.copyOf(EnumSet.allOf(Kind.class));
    private static final Set<Kind> SCALARS = Set.of(Kind.NULL, Kind.TEXT, Kind.NUMBER, Kind.BOOLEAN);
    private static final Set<Kind> ORDERED = Set.of(Kind.TEXT, Kind.NUMBER);
    private static final Set<Kind> LISTS = Set.of(Kind.LIST);
    private static final int HOURS = 24;
    private static final int MINUTES = 60;
    private static final Map<String, List<?>> OF_THE_CLOCK = Map.of("dayOfWeek",
            List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"), "currentHour",
            IntStream.range(0, HOURS).boxed().toList(), "currentMin", IntStream.range(0, MINUTES).boxed().toList());
    private static final Set<String> TEXTS_OF_WORKERS = Set.of("sid", "activity_name", "activity_sid");

    static List<Demand> of(Expression said) {
        return switch (said) {
            case Expression.Comparison comparison -> of(said, comparison, true);
            case Expression.Not(int _, Expression.Comparison comparison) -> of(said, comparison, false);
            default -> List.of();
        };
    }

    /** What the product itself says about the values of a path. */
    static Optional<Demand> known(Expression.Path path) {
        if (path.steps().size() != 1 || !(path.steps().getFirst() instanceof String name)) {
            return Optional.empty();
        }
        Set<Kind> number = Set.of(Kind.NUMBER);
        return switch (path.scope()) {
            case CLOCK -> Optional.ofNullable(OF_THE_CLOCK.get(name))
                    .map(list -> listed(path, list))
                    .or(() -> Optional.of(ofKinds(path, name.equals("currentTime") ? number : Set.of(Kind.NULL))));
            case WORKERS -> Optional.of(ofKinds(path, number));
            case WORKER -> TEXTS_OF_WORKERS.contains(name)
                    ? Optional.of(ofKinds(path, Set.of(Kind.TEXT)))
                    : Optional.empty();
            case TASK -> Optional.empty();
        };
    }

    private static Demand listed(Expression.Path path, List<?> values) {
        Expression.Comparison said = new Expression.Comparison(path.position(), path, Operator.IN,
                new Expression.Constant(path.position(), values));
        return new Demand(said, path, SCALARS, Optional.of(new Test(Operator.IN, values, true, true)));
    }

    private static Demand ofKinds(Expression.Path path, Set<Kind> kinds) {
        return new Demand(new Expression.Always(path.position(), true), path, kinds, Optional.empty());
    }

    private static List<Demand> of(Expression said, Expression.Comparison comparison, boolean wanted) {
        return Stream.concat(
                side(said, comparison, wanted, comparison.left(), comparison.right(), true).stream(),
                side(said, comparison, wanted, comparison.right(), comparison.left(), false).stream())
                .toList();
    }

    private static Optional<Demand> side(Expression said, Expression.Comparison comparison, boolean wanted,
            Expression.Operand mine, Expression.Operand other, boolean left) {
        if (!(mine instanceof Expression.Path path)) {
            return Optional.empty();
        }
        Operator operator = comparison.operator();
        if (other instanceof Expression.Constant(int _, Object constant)) {
            Set<Kind> kinds = wanted ? kinds(operator, constant, left) : ANY;
            return Optional.of(new Demand(said, path, kinds, Optional.of(new Test(operator, constant, left, wanted))));
        }
        return Optional.of(new Demand(said, path, wanted ? kinds(operator, left) : ANY, Optional.empty()));
    }

    /** The types that can hold beside the constant. */
    private static Set<Kind> kinds(Operator operator, @Nullable Object constant, boolean left) {
        Set<Kind> without = kinds(operator, left);
        Kind other = Kind.of(constant);
        Set<Kind> wantedOfOther = kinds(operator, !left);
        if (!wantedOfOther.contains(other)) {
            return Set.of();
        }
        return switch (operator) {
            case EQUAL, GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL -> Set.of(other);
            case NOT_EQUAL, CONTAINS, HAS, IN, NOT_IN -> without;
        };
    }

    private static Set<Kind> kinds(Operator operator, boolean left) {
        return switch (operator) {
            case EQUAL, NOT_EQUAL -> SCALARS;
            case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL -> ORDERED;
            case CONTAINS -> Set.of(Kind.TEXT);
            case HAS -> left ? LISTS : SCALARS;
            case IN, NOT_IN -> left ? SCALARS : LISTS;
        };
    }
}
