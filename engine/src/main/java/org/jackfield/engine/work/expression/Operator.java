package org.jackfield.engine.work.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of two values. */
public enum Operator {
    EQUAL("=="),
    NOT_EQUAL("!="),
    GREATER(">"),
    GREATER_OR_EQUAL(">="),
    LESS("<"),
    LESS_OR_EQUAL("<="),
    /** The text on the left contains the one on the right. */
    CONTAINS("CONTAINS"),
    /** The list on the left has the value on the right. */
    HAS("HAS"),
    /** The value on the left is in the list on the right. */
    IN("IN"),
    /** The value on the left is not in the list on the right; false when that is no list. */
    NOT_IN("NOT IN");

    private final String sign;

    Operator(String sign) {
        this.sign = sign;
    }

    String sign() {
        return sign;
    }

    boolean holds(@Nullable Object left, @Nullable Object right) {
        return switch (this) {
            case HAS -> left instanceof List<?> list && Values.isScalar(right) && Values.has(list, right);
            case IN -> right instanceof List<?> list && Values.isScalar(left) && Values.has(list, left);
            case NOT_IN -> right instanceof List<?> list && Values.isScalar(left) && !Values.has(list, left);
            default -> Values.isScalar(left) && Values.isScalar(right) && compares(left, right);
        };
    }

    /** Whether the types of the two are such that the answer depends on the values. */
    boolean suits(@Nullable Object left, @Nullable Object right) {
        return switch (this) {
            case HAS -> left instanceof List && Values.isScalar(right);
            case IN, NOT_IN -> right instanceof List && Values.isScalar(left);
            case CONTAINS -> left instanceof String && right instanceof String;
            case EQUAL, NOT_EQUAL -> Values.isScalar(left) && Values.isScalar(right)
                    && (left == null || right == null || Values.Kind.of(left) == Values.Kind.of(right));
            case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL -> Values.compare(left, right).isPresent();
        };
    }

    /** What the types should be, for people. */
    String wants() {
        return switch (this) {
            case HAS -> "HAS wants a list on its left and a single value on its right";
            case IN, NOT_IN -> sign + " wants a single value on its left and a list on its right";
            case CONTAINS -> "CONTAINS wants a text on both sides";
            case EQUAL, NOT_EQUAL -> sign + " wants single values of one type";
            case GREATER, GREATER_OR_EQUAL, LESS, LESS_OR_EQUAL -> sign + " wants two numbers or two texts";
        };
    }

    /** The same question with its sides changed, where there is one. */
    Operator mirrored() {
        return switch (this) {
            case GREATER -> LESS;
            case GREATER_OR_EQUAL -> LESS_OR_EQUAL;
            case LESS -> GREATER;
            case LESS_OR_EQUAL -> GREATER_OR_EQUAL;
            case HAS -> IN;
            case IN -> HAS;
            case EQUAL, NOT_EQUAL, CONTAINS, NOT_IN -> this;
        };
    }

    private boolean compares(@Nullable Object left, @Nullable Object right) {
        return switch (this) {
            case EQUAL -> Values.equal(left, right);
            case NOT_EQUAL -> !Values.equal(left, right);
            case CONTAINS -> left instanceof String text && right instanceof String part && text.contains(part);
            default -> Values.compare(left, right).stream().anyMatch(this::admits);
        };
    }

    private boolean admits(int order) {
        return switch (this) {
            case GREATER -> order > 0;
            case GREATER_OR_EQUAL -> order >= 0;
            case LESS -> order < 0;
            case LESS_OR_EQUAL -> order <= 0;
            default -> false;
        };
    }
}
