package org.jackfield.engine.work.expression;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can be asked of two values. */
public enum Operator {
    EQUAL,
    NOT_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    LESS,
    LESS_OR_EQUAL,
    /** The text on the left contains the one on the right. */
    CONTAINS,
    /** The list on the left has the value on the right. */
    HAS,
    /** The value on the left is in the list on the right. */
    IN,
    /** The value on the left is not in the list on the right; false when that is no list. */
    NOT_IN;

    boolean holds(@Nullable Object left, @Nullable Object right) {
        return switch (this) {
            case HAS -> left instanceof List<?> list && Values.isScalar(right) && Values.has(list, right);
            case IN -> right instanceof List<?> list && Values.isScalar(left) && Values.has(list, left);
            case NOT_IN -> right instanceof List<?> list && Values.isScalar(left) && !Values.has(list, left);
            default -> Values.isScalar(left) && Values.isScalar(right) && compares(left, right);
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
