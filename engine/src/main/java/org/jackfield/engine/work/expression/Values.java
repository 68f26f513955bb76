package org.jackfield.engine.work.expression;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** How attribute values are compared: numbers by value, whatever their type; texts by their characters. */
final class Values {

    /** The types that the language knows. */
    enum Kind {
        NULL,
        TEXT,
        NUMBER,
        BOOLEAN,
        LIST,
        MAP;

        static Kind of(@Nullable Object value) {
            return switch (value) {
                case null -> NULL;
                case Number _ -> NUMBER;
                case Boolean _ -> BOOLEAN;
                case List<?> _ -> LIST;
                case Map<?, ?> _ -> MAP;
                default -> TEXT;
            };
        }
    }

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
        for (Object element : list) {
            if (isScalar(element) && equal(element, wanted)) {
                return true;
            }
        }
        return false;
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

    /** Empty for what is no number after all, such as infinity. A double counts as the decimal that it is written as. */
    static Optional<BigDecimal> exact(Number number) {
        return switch (number) {
            case BigDecimal decimal -> Optional.of(decimal);
            case BigInteger whole -> Optional.of(new BigDecimal(whole));
            case Number whole when isWhole(whole) -> Optional.of(BigDecimal.valueOf(whole.longValue()));
            default -> Double.isFinite(number.doubleValue())
                    ? Optional.of(BigDecimal.valueOf(number.doubleValue()))
                    : Optional.empty();
        };
    }

    private static int compareNumbers(Number left, Number right) {
        if (isWhole(left) && isWhole(right)) {
            return Long.compare(left.longValue(), right.longValue());
        }
        Optional<BigDecimal> a = exact(left);
        Optional<BigDecimal> b = exact(right);
        return a.isPresent() && b.isPresent()
                ? a.get().compareTo(b.get())
                : Double.compare(left.doubleValue(), right.doubleValue());
    }

    private static boolean isWhole(Number number) {
        return number instanceof Integer || number instanceof Long || number instanceof Short
                || number instanceof Byte;
    }
}
