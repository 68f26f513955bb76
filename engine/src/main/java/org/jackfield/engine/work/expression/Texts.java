package org.jackfield.engine.work.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes trees and values as text, always in the same way: the text is the key by which equal conditions are found. */
final class Texts {

    private static final int MOST_SHOWN = 80;
    private static final int MOST_DIGITS = 4_096;

    private Texts() {}

    static String of(Expression expression) {
        return switch (expression) {
            case Expression.Always(int _, boolean holds) -> holds ? "1 == 1" : "1 == 0";
            case Expression.AnyOf(int _, List<Expression> terms) ->
                terms.stream().map(Texts::of).collect(Collectors.joining(" OR "));
            case Expression.AllOf(int _, List<Expression> terms) ->
                terms.stream().map(Texts::inAllOf).collect(Collectors.joining(" AND "));
            case Expression.Not(int _, Expression term) -> "NOT (" + of(term) + ")";
            case Expression.Comparison(int _, Expression.Operand left, Operator operator, Expression.Operand right) ->
                of(left) + " " + operator.sign() + " " + of(right);
        };
    }

    static String of(Expression.Operand operand) {
        return switch (operand) {
            case Expression.Constant(int _, Object value) -> ofValue(value);
            case Expression.Path(int _, Scope scope, List<Object> steps) -> scope.prefix() + steps.stream()
                    .map(step -> step instanceof Integer index ? "[" + index + "]" : "." + step)
                    .collect(Collectors.joining());
        };
    }

    /** A value for people: its type, and as much of it as fits on a line. */
    static String shown(@Nullable Object value) {
        String text = ofValue(value);
        String cut = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "..." : text;
        return switch (Values.Kind.of(value)) {
            case NULL -> "not there";
            case TEXT -> "the text " + cut;
            case NUMBER -> "the number " + cut;
            case BOOLEAN -> cut;
            case LIST -> "the list " + cut;
            case MAP -> "the map " + cut;
        };
    }

    private static String inAllOf(Expression term) {
        return term instanceof Expression.AnyOf ? "(" + of(term) + ")" : of(term);
    }

    private static String ofValue(@Nullable Object value) {
        return switch (value) {
            case null -> "null";
            case String text -> "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
            case List<?> list -> list.stream().map(Texts::ofValue).collect(Collectors.joining(", ", "[", "]"));
            case Map<?, ?> map -> ofMap(map);
            case Number number -> Values.exact(number).map(Texts::ofNumber).orElseGet(number::toString);
            default -> value.toString();
        };
    }

    private static String ofNumber(BigDecimal number) {
        BigDecimal least = number.stripTrailingZeros();
        return Math.abs(least.scale()) <= MOST_DIGITS ? least.toPlainString() : least.toString();
    }

    private static String ofMap(Map<?, ?> map) {
        Map<String, String> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(ofValue(String.valueOf(key)), ofValue(value)));
        return sorted.toString();
    }
}
