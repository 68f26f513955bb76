package org.jackfield.analytics.extract;

/**
 * What a value can be in the business. {@code length} is the number of digits that it has, 0 when that differs; {@code topic} is the
 * topic that it belongs to, {@link Labels#ANY} when it needs none.
 */
record Label(String name, ValueType type, int length, int topic) {

    /** Whether a value of a type can be this: account numbers, telephone numbers and codes are told alike. */
    boolean fits(ValueType other) {
        return type == other || (isTold(type) && isTold(other));
    }

    static boolean isTold(ValueType type) {
        return type == ValueType.DIGITS || type == ValueType.PHONE || type == ValueType.CODE;
    }
}
