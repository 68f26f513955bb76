package org.jackfield.analytics.extract;

import java.util.Locale;

/** The kinds of values and what their normal form looks like. */
public enum ValueType {
    /** {@code 135.00 USD}. */
    MONEY,
    /** {@code 8.9}. */
    PERCENT,
    /** {@code 4}. */
    NUMBER,
    /** ISO 8601, a relative one resolved against the day of the conversation: {@code 2020-03-20}. */
    DATE,
    /** Of 24 hours: {@code 08:45}. */
    TIME,
    /** ISO 8601: {@code P36M}, {@code PT45M}. */
    DURATION,
    /** Account, card, zip, PIN: leading zeros are kept. */
    DIGITS,
    /** Digits alone: {@code 2454969863}. */
    PHONE,
    /** Letters and digits, capitals: {@code MP48820}. */
    CODE,
    EMAIL,
    /** Lower case: {@code mary johnson}. */
    PERSON,
    /** An organisation. */
    ORG,
    ADDRESS,
    TEXT,
    /** One of a few words of the business: {@code savings}. */
    CATEGORY;

    /** The word of files and of the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
