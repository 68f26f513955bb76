package org.jackfield.engine.work.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How attribute values are compared: numbers by value, whatever their type; texts by their characters. */
final class Values {

    private Values() {}

    static boolean isScalar(@Nullable Object value) {
        return !(value instanceof List) && !(value instanceof Map);
    }

    static boolean equal(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return compareNumbers(a, b) == 0;
        }
        return Objects.equals(left, right);
    }

    static boolean has(List<?> list, @Nullable Object wanted) {
        return list.stream().anyMatch(element -> isScalar(element) && equal(element, wanted));
    }

    /** Empty when the two have no order. */
    static OptionalInt compare(@Nullable Object left, @Nullable Object right) {
        if (left instanceof Number a && right instanceof Number b) {
            return OptionalInt.of(compareNumbers(a, b));
        }
        if (left instanceof String a && right instanceof String b) {
            return OptionalInt.of(a.compareTo(b));
        }
        return OptionalInt.empty();
    }

    static @Nullable Object step(@Nullable Object value, Object step) {
        if (value instanceof Map<?, ?> map) {
            return map.get(step);
        }
        if (value instanceof List<?> list && step instanceof Integer index && index < list.size()) {
            return list.get(index);
        }
        return null;
    }

    private static int compareNumbers(Number left, Number right) {
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return a.compareTo(b);
        }
        if (isWhole(left) && isWhole(right)) {
            return Long.compare(left.longValue(), right.longValue());
        }
        return Double.compare(left.doubleValue(), right.doubleValue());
    }

    private static boolean isWhole(Number number) {
        return number instanceof Integer || number instanceof Long || number instanceof Short
                || number instanceof Byte;
    }
}
