package org.jackfield.analytics.search.language;

import java.util.Locale;

/** What can be measured of a conversation. */
public enum Measure {
    /** When it began, in milliseconds of the Unix epoch. */
    STARTED,
    /** How long it took, in milliseconds. */
    DURATION,
    /** The longest time in which nobody spoke, in milliseconds. */
    SILENCE,
    /** How much of what was said the agent said, in thousandths of a percent. */
    TALK;

    /** Thousandths of a percent in one. */
    public static final int PERCENT = 1_000;

    /** The word of the language. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
