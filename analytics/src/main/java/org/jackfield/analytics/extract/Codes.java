package org.jackfield.analytics.extract;

import java.util.EnumSet;

/**
 * Identifiers of letters and digits: {@code MP48820}, {@code m p four eight eight two zero}, {@code wdv 761985462}. What only might be
 * one needs a question or a word near it that says so.
 */
final class Codes implements Rule {

    private static final String RULE = "code";
    private static final int LEAST_DIGITS = 3;
    private static final int LEAST_LENGTH = 5;
    private static final int LONGEST_PREFIX = 4;

    private final Cues cues;

    Codes(Cues cues) {
        this.cues = cues;
    }

    @Override
    public int match(Scan scan, int i) {
        Tokens t = scan.tokens;
        if (t.length(i) == 1 || t.is(i, Kind.TIMES)) {
            return told(scan, i);
        }
        if (t.is(i, Kind.NUMBER)) {
            return t.length(i + 1) <= LONGEST_PREFIX && (t.isGlued(i + 1) || t.length(i + 1) == 1)
                    ? written(scan, i)
                    : i;
        }
        boolean prefix = t.length(i) <= LONGEST_PREFIX && t.is(i + 1, Kind.NUMBER)
                && (t.word(i).isUnknown() || t.isGlued(i + 1));
        return prefix ? written(scan, i) : i;
    }

    private int told(Scan scan, int i) {
        Tokens t = scan.tokens;
        int end = scan.digits.read(i, true);
        if (end == i || scan.digits.letters() == 0 || scan.digits.digits() < LEAST_DIGITS
                || scan.digits.length() < LEAST_LENGTH) {
            return i;
        }
        boolean word = (t.is(i, Kind.A) || t.is(i, "i") || t.is(i, Kind.NUMBER)) && !isNamed(scan, i, end);
        return word ? i : scan.keep(ValueType.CODE, scan.digits.text(), i, end, RULE);
    }

    /** Letters and digits as they are typed, glued or in groups. */
    private int written(Scan scan, int i) {
        Tokens t = scan.tokens;
        StringBuilder code = new StringBuilder();
        int digits = 0;
        boolean glued = true;
        int at = i;
        while (at < i + 12 && (t.is(at, Kind.NUMBER) || isPrefix(t, at)) && (at == i || isNext(t, at))) {
            glued &= at == i || t.isGlued(at);
            digits += t.is(at, Kind.NUMBER) ? t.length(at) : 0;
            t.append(code, at);
            at++;
        }
        boolean mixed = digits >= LEAST_DIGITS && code.length() > digits && code.length() >= LEAST_LENGTH
                && code.length() < 32;
        return mixed && (glued || isNamed(scan, i, at) || (i == 0 && at == t.size()))
                ? scan.keep(ValueType.CODE, code.toString().toUpperCase(java.util.Locale.ROOT), i, at, RULE)
                : i;
    }

    private static boolean isPrefix(Tokens t, int at) {
        return t.length(at) <= LONGEST_PREFIX && t.isAscii(at) && Character.isLetter(t.first(at))
                && ((t.is(at, Kind.OTHER) && !t.word(at).has(Word.PLAIN)) || t.length(at) == 1);
    }

    /** Letters and digits take turns; one after its like is a new word. */
    private static boolean isNext(Tokens t, int at) {
        return t.isGlued(at) || (t.is(at, Kind.NUMBER) != t.is(at - 1, Kind.NUMBER)
                && (t.is(at, Kind.NUMBER) || t.is(at + 1, Kind.NUMBER)));
    }

    private boolean isNamed(Scan scan, int from, int to) {
        return cues.label(new Query(from, to, EnumSet.of(ValueType.CODE), 0, true), scan.expectation()).isPresent();
    }
}
