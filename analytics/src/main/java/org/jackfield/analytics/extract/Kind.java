package org.jackfield.analytics.extract;

/** What a token can be in the grammar of values. A word's kind and value stand in {@code words.txt}. */
enum Kind {
    /** Behind the last token, so that a rule may look ahead without asking whether there is more. */
    END,
    OTHER,
    /** Digits. */
    NUMBER,
    /** {@code third}, {@code 3rd}. */
    ORDINAL,
    /** A single letter that is no word by itself. */
    LETTER,
    ZERO,
    OH,
    UNIT,
    TEEN,
    TENS,
    HUNDRED,
    SCALE,
    TIMES,
    FRACTION,
    POINT,
    AND,
    A,
    AT,
    THE,
    OF,
    IN,
    TO,
    PAST,
    DOT,
    UNDERSCORE,
    SLASH,
    DASH,
    COMMA,
    COLON,
    HASH,
    OPEN,
    CLOSE,
    MAIL_SIGN,
    /** Ends a sentence, a full stop left out: that one may also stand inside a number. */
    MARK,
    SYMBOL,
    /** A sign of a currency, before or behind the number; its value is the place in {@link Money#CURRENCIES}. */
    SIGN,
    CURRENCY,
    CENTS,
    PERCENT,
    CENTUM,
    MONTH,
    WEEKDAY,
    RELATIVE,
    NEXT,
    DAYPART,
    NOON,
    MERIDIEM,
    OCLOCK,
    PERIOD,
    MAILHOST,
    TLD,
    STREET,
    TITLE,
    ACCOUNT,
    NAMING,
    /** Said while thinking; it never becomes a token, so it may stand inside any value. */
    FILLER
}
