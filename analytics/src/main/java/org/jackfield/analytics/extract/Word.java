package org.jackfield.analytics.extract;

/**
 * A word of the lexicon. {@code id} counts from zero; {@code UNKNOWN} has none and is compared by its text. {@code value} is what
 * the kind makes of it: the number of a month, the digits of a number word.
 */
record Word(String text, int id, Kind kind, long value, int traits) {

    static final int GIVEN_NAME = 1;
    static final int SURNAME = 2;
    /** Certainly no name. */
    static final int PLAIN = 4;
    /** Behind it a day is named: "on the first". */
    static final int DATE_LEAD = 8;
    /** Behind it a time is named: "at nine thirty". */
    static final int TIME_LEAD = 16;
    /** A "today" behind it is said out of courtesy. */
    static final int COURTESY = 32;
    /** Is counted by an ordinal: "the second floor". */
    static final int COUNTED = 64;

    static final Word END = new Word("", -1, Kind.END, 0, PLAIN);
    static final Word UNKNOWN = new Word("", -1, Kind.OTHER, 0, 0);

    /** Whether no list names it. */
    boolean isUnknown() {
        return id < 0 && kind == Kind.OTHER;
    }

    boolean has(int trait) {
        return (traits & trait) != 0;
    }

    Word with(int trait) {
        return new Word(text, id, kind, value, traits | trait);
    }
}
