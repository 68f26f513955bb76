package org.jackfield.analytics.extract;

import java.util.Set;

/**
 * What a label is wanted for: the tokens of a value and the types that it may have. A bare value has shown no type by itself, so the
 * topic alone gives it no label. {@code digits} is how many digits it has, 0 when that does not matter.
 */
record Query(int from, int to, Set<ValueType> types, int digits, boolean bare) {

    /** Whether the label wants just as many digits. */
    boolean isExact(Label label) {
        return label.length() == digits && fits(label);
    }

    /** Fewer digits than a label wants may be a part of them. */
    boolean fits(Label label) {
        return (label.length() == 0 || label.length() >= digits) && types.contains(label.type());
    }
}
