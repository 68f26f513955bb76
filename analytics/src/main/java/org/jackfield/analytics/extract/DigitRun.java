package org.jackfield.analytics.extract;

/**
 * Reads digits as they are told one after the other or in small groups: {@code oh four one two}, {@code double seven},
 * {@code seven three eleven}, {@code 739 293 0136}; with letters among them when asked to: {@code m p four eight},
 * {@code m as in mary}. What it read lies in it until the next reading.
 */
final class DigitRun {

    private static final int LONGEST = 64;
    private static final int LONGEST_CODE = 20;

    private final Tokens t;
    private final StringBuilder text = new StringBuilder();
    private int groups;
    private int letters;
    private boolean singles;
    private boolean written;

    DigitRun(Tokens tokens) {
        t = tokens;
    }

    /** The token behind the run that begins at {@code i}; {@code i} when none does. */
    int read(int i, boolean withLetters) {
        text.setLength(0);
        groups = 0;
        letters = 0;
        singles = true;
        written = false;
        int at = i;
        int longest = withLetters ? LONGEST_CODE : LONGEST;
        while (text.length() < longest) {
            int begin = groups > 0 ? behindSeparator(at) : at;
            int end = group(begin, withLetters);
            if (end == begin) {
                break;
            }
            groups++;
            at = end;
        }
        return at;
    }

    private int behindSeparator(int at) {
        boolean separator = t.is(at, Kind.DASH) || (t.is(at, Kind.COMMA) && !t.is(at + 1, Kind.LETTER))
                || (t.is(at, Kind.DOT) && t.isGlued(at) && (t.is(at + 1, Kind.NUMBER) || t.length(at + 1) == 1));
        return separator ? at + 1 : at;
    }

    private int group(int i, boolean withLetters) {
        return switch (t.kind(i)) {
            case NUMBER -> number(i);
            case ZERO, UNIT -> digit(i);
            case OH -> groups > 0 || isDigitLike(i + 1) ? digit(i) : i;
            case TEEN -> pair(t.value(i), i + 1);
            case TENS -> t.is(i + 1, Kind.UNIT) ? pair(t.value(i) + t.value(i + 1), i + 2) : pair(t.value(i), i + 1);
            case HUNDRED -> hundred(i);
            case TIMES -> times(i, withLetters);
            default -> letter(i, withLetters);
        };
    }

    private boolean isDigitLike(int i) {
        return switch (t.kind(i)) {
            case ZERO, OH, UNIT, TEEN, TENS, NUMBER, TIMES -> true;
            default -> false;
        };
    }

    private int number(int i) {
        if (t.length(i) > LONGEST) {
            return i;
        }
        t.append(text, i);
        written = true;
        singles &= t.length(i) == 1;
        return i + 1;
    }

    private int digit(int i) {
        text.append(t.value(i));
        return i + 1;
    }

    private int pair(long value, int end) {
        text.append(value);
        singles = false;
        return end;
    }

    /** Behind "three": 300, or 347 when "forty seven" follows; "three hundred eight seventy one" goes on with new digits. */
    private int hundred(int i) {
        if (groups == 0 || (!t.is(i - 1, Kind.UNIT) && !t.is(i - 1, Kind.TEEN) && !t.is(i - 1, Kind.TENS))) {
            return i;
        }
        int at = t.is(i + 1, Kind.AND) ? i + 2 : i + 1;
        singles = false;
        boolean small = (t.is(at, Kind.UNIT) && !isDigitLike(at + 1)) || (t.is(at, Kind.UNIT) && at == i + 2);
        if (small) {
            text.append('0').append(t.value(at));
            return at + 1;
        }
        if (t.is(at, Kind.TEEN, Kind.TENS)) {
            boolean unit = t.is(at, Kind.TENS) && t.is(at + 1, Kind.UNIT);
            text.append(t.value(at) + (unit ? t.value(at + 1) : 0));
            return unit ? at + 2 : at + 1;
        }
        text.append("00");
        return i + 1;
    }

    private int times(int i, boolean withLetters) {
        boolean letter = withLetters && isLetter(i + 1);
        if (!letter && !t.is(i + 1, Kind.UNIT) && !t.is(i + 1, Kind.ZERO, Kind.OH)) {
            return i;
        }
        for (int n = 0; n < t.value(i); n++) {
            if (letter) {
                text.append(Character.toUpperCase(t.first(i + 1)));
            } else {
                text.append(t.value(i + 1));
            }
        }
        letters += letter ? 1 : 0;
        return i + 2;
    }

    private int letter(int i, boolean withLetters) {
        boolean zero = t.is(i, "o") && groups > 0;
        if (!isLetter(i) || (!withLetters && !zero)) {
            return i;
        }
        if (!withLetters) {
            text.append('0');
            return i + 1;
        }
        text.append(Character.toUpperCase(t.first(i)));
        letters++;
        return behindExample(i + 1, t.first(i));
    }

    /** {@code as in mary}, {@code for mary}, {@code like mary} after an m. */
    private int behindExample(int at, char letter) {
        int word = t.is(at, "as") && t.is(at + 1, Kind.IN) ? at + 2 : t.is(at, "for") ? at + 1 : at;
        boolean fits = word > at && t.length(word) > 1 && Lexicon.fold(t.first(word)) == Lexicon.fold(letter);
        return fits ? word + 1 : at;
    }

    private boolean isLetter(int i) {
        return t.length(i) == 1 && Lexicon.fold(t.first(i)) >= 'a' && Lexicon.fold(t.first(i)) <= 'z';
    }

    String text() {
        return text.toString();
    }

    int length() {
        return text.length();
    }

    int digits() {
        return text.length() - letters;
    }

    int letters() {
        return letters;
    }

    int groups() {
        return groups;
    }

    /** Whether each digit was told alone. */
    boolean isTold() {
        return singles;
    }

    boolean isWritten() {
        return written;
    }
}
