package org.jackfield.engine.work.expression;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which workers are asked first, by their attributes: {@code worker.level DESC, worker.age}. Numbers come before texts,
 * texts before booleans, and who has no such attribute comes last, whatever the direction.
 */
public record Ordering(List<Key> keys) {

    public Ordering {
        keys = List.copyOf(keys);
    }

    /** An attribute and its direction. */
    public record Key(Expression.Path path, boolean descending) {}

    /** @throws ExpressionException what is wrong, and where */
    public static Ordering parse(String text) {
        return new Parser(text, Scope.WORKER).ordering();
    }

    /** Where the facts put a worker among others; ranks of one ordering can be compared, the least is asked first. */
    public Rank rank(Facts facts) {
        List<@Nullable Object> values = new ArrayList<>(keys.size());
        keys.forEach(key -> values.add(key.path().value(facts)));
        return new Rank(this, values);
    }

    /** The same for all texts of this ordering. */
    public String text() {
        StringBuilder text = new StringBuilder();
        keys.forEach(key -> text.append(key.path().text()).append(key.descending() ? " DESC " : " ASC "));
        return text.toString();
    }

    /** A worker's values. */
    public static final class Rank implements Comparable<Rank> {

        private final Ordering ordering;
        private final List<@Nullable Object> values;

        private Rank(Ordering ordering, List<@Nullable Object> values) {
            this.ordering = ordering;
            this.values = values;
        }

        @Override
        public int compareTo(Rank other) {
            for (int i = 0; i < values.size(); i++) {
                int order = compare(values.get(i), other.values.get(i), ordering.keys.get(i).descending());
                if (order != 0) {
                    return order;
                }
            }
            return 0;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Rank rank && rank.ordering.equals(ordering) && compareTo(rank) == 0;
        }

        @Override
        public int hashCode() {
            return ordering.hashCode();
        }

        private static int compare(@Nullable Object left, @Nullable Object right, boolean descending) {
            int ofKinds = Integer.compare(place(left), place(right));
            if (ofKinds != 0) {
                return ofKinds;
            }
            int order = left instanceof Boolean a && right instanceof Boolean b
                    ? Boolean.compare(a, b)
                    : Values.compare(left, right).orElse(0);
            return descending ? -order : order;
        }

        private static int place(@Nullable Object value) {
            return switch (Values.Kind.of(value)) {
                case NUMBER -> 0;
                case TEXT -> 1;
                case BOOLEAN -> 2;
                case NULL, LIST, MAP -> 3;
            };
        }
    }
}
