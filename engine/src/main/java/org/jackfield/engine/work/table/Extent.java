package org.jackfield.engine.work.table;

import java.math.BigDecimal;

/**
 * The values that fulfil a cell, exactly. {@code others} is what is neither number nor text nor boolean: a list, a map,
 * nothing at all. Immutable.
 */
record Extent(Line<BigDecimal> numbers, Line<String> texts, boolean yes, boolean no, boolean others) {

    static final Extent ALL = new Extent(Line.all(), Line.all(), true, true, true);
    static final Extent NONE = ALL.not();

    static Extent ofNumbers(Line<BigDecimal> numbers) {
        return new Extent(numbers, Line.none(), false, false, false);
    }

    static Extent ofTexts(Line<String> texts) {
        return new Extent(Line.none(), texts, false, false, false);
    }

    static Extent ofBoolean(boolean value) {
        return new Extent(Line.none(), Line.none(), value, !value, false);
    }

    Extent not() {
        return new Extent(numbers.not(), texts.not(), !yes, !no, !others);
    }

    Extent and(Extent other) {
        return new Extent(numbers.and(other.numbers), texts.and(other.texts), yes && other.yes, no && other.no,
                others && other.others);
    }

    Extent or(Extent other) {
        return not().and(other.not()).not();
    }

    boolean isEmpty() {
        return numbers.isEmpty() && texts.isEmpty() && !yes && !no && !others;
    }

    boolean covers(Extent other) {
        return other.and(not()).isEmpty();
    }
}
