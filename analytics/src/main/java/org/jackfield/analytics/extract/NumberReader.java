package org.jackfield.analytics.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Reads every number of a text, whatever it may be, as the digits that it is told in, in time linear in the text. Digits of all
 * scripts count, number words are English. It reuses its buffers, so each thread needs one of its own.
 */
public final class NumberReader {

    private static final int MARKS = 3;
    private static final Map<String, String> SOUNDS = Map.of("for", "4", "fore", "4", "to", "2", "too", "2", "won", "1",
            "ate", "8", "tree", "3", "sex", "6", "niner", "9");

    private static final int SHORTEST_PLURAL = 4;
    private static final int LONGEST_PLURAL = 6;
    private static final Map<String, String> PLURALS = Map.of("zeros", "0", "nines", "9", "ones", "1", "twos", "2",
            "threes", "3", "fours", "4", "fives", "5", "sixes", "6", "sevens", "7", "eights", "8");

    private final Lexer lexer;
    private final Tokens t = new Tokens();
    private final List<SaidNumber> found = new ArrayList<>();
    private int words;
    private boolean marked;
    private String original = "";

    public NumberReader() {
        lexer = new Lexer(new Lexicon.Builder().read("words.txt").build());
    }

    /** In the order of the text. */
    public List<SaidNumber> read(String text) {
        original = text;
        lexer.read(westernDigits(text), t);
        found.clear();
        forget();
        int i = 0;
        while (i < t.size()) {
            int behind = piece(i);
            if (behind > i) {
                i = behind;
            } else {
                pass(i++);
            }
        }
        return List.copyOf(found);
    }

    /** The text with the digits of all scripts as 0 to 9, each character in its place. */
    private static String westernDigits(String text) {
        StringBuilder western = new StringBuilder(text);
        for (int at = 0; at < text.length(); at++) {
            int point = text.codePointAt(at);
            if (point > 'z' && Character.isDigit(point)) {
                western.setCharAt(at, Character.forDigit(Character.digit(point, 10), 10));
            }
            if (Character.charCount(point) == 2) {
                western.setCharAt(++at, ' ');
            }
        }
        return western.toString();
    }

    private void pass(int i) {
        Kind kind = t.kind(i);
        boolean word = switch (kind) {
            case DOT, SLASH, DASH, COMMA, COLON, HASH, OPEN, CLOSE, MAIL_SIGN, UNDERSCORE, MARK, SYMBOL, SIGN,
                    PERCENT ->
                Character.isLetter(t.first(i));
            default -> true;
        };
        words += word ? 1 : 0;
        marked |= !word;
    }

    private int piece(int i) {
        return switch (t.kind(i)) {
            case NUMBER -> keep(i, i + 1, t.lower(i, i + 1));
            case UNIT -> several(i);
            case ZERO -> keep(i, i + 1, "0");
            case TEEN -> keep(i, i + 1, Long.toString(t.value(i)));
            case TENS -> t.is(i + 1, Kind.UNIT)
                    ? keep(i, i + 2, Long.toString(t.value(i) + t.value(i + 1)))
                    : keep(i, i + 1, Long.toString(t.value(i)));
            case OH -> isAmongNumbers(i) ? keep(i, i + 1, "0") : i;
            case HUNDRED -> isBehindNumber() ? hundred(i) : i;
            case SCALE -> isBehindNumber() && t.length(i) > 1 ? keep(i, i + 1, "") : i;
            case TIMES -> times(i);
            default -> t.is(i, "o") && isAmongNumbers(i) ? keep(i, i + 1, "0") : alike(i);
        };
    }

    /** "Five ones", or a digit. */
    private int several(int i) {
        int length = t.length(i + 1);
        String repeated = length < SHORTEST_PLURAL || length > LONGEST_PLURAL
                ? ""
                : PLURALS.getOrDefault(t.lower(i + 1, i + 2), "");
        return repeated.isEmpty()
                ? keep(i, i + 1, Long.toString(t.value(i)))
                : keep(i, i + 2, repeated.repeat((int) t.value(i)));
    }

    private int hundred(int i) {
        boolean more = t.is(i + 1, Kind.TENS, Kind.TEEN)
                || (t.is(i + 1, Kind.AND) && t.is(i + 2, Kind.TENS, Kind.TEEN));
        return keep(i, i + 1, more ? "" : "00");
    }

    private int times(int i) {
        if (!isDigit(i + 1) && !t.is(i + 1, "o")) {
            return i;
        }
        String digit = t.is(i + 1, Kind.NUMBER) ? t.lower(i + 1, i + 2) : Long.toString(Math.max(0, t.value(i + 1)));
        return keep(i, i + 2, digit.repeat((int) t.value(i)));
    }

    /** A word that sounds like a digit, where a digit would stand. */
    private int alike(int i) {
        String digit = sound(i);
        boolean between = isBehindNumber() && isDigit(i + 1);
        if (digit.isEmpty() || !(between || (isDigit(i + 1) && isDigit(i + 2)))) {
            return i;
        }
        return add(i, i + 1, digit, true);
    }

    private String sound(int i) {
        return t.length(i) > 5 || t.length(i) < 2 ? "" : SOUNDS.getOrDefault(t.lower(i, i + 1), "");
    }

    private boolean isDigit(int i) {
        return switch (t.kind(i)) {
            case ZERO, UNIT, OH -> true;
            case NUMBER -> t.length(i) == 1;
            default -> false;
        };
    }

    private boolean isAmongNumbers(int i) {
        int next = behindMarks(i + 1);
        return isBehindNumber() || switch (t.kind(next)) {
            case NUMBER, ZERO, UNIT, TEEN, TENS, TIMES, OH -> true;
            default -> false;
        };
    }

    private boolean isBehindNumber() {
        return words == 0 && !found.isEmpty();
    }

    private int behindMarks(int i) {
        int at = i;
        while (at < i + MARKS && (t.is(at, Kind.COMMA, Kind.DASH) || t.is(at, Kind.DOT))) {
            at++;
        }
        return at;
    }

    private int keep(int from, int to, String digits) {
        return add(from, to, digits, false);
    }

    private int add(int from, int to, String digits, boolean unsure) {
        int end = t.endBefore(to);
        boolean isSplit = end < original.length() && Character.isLowSurrogate(original.charAt(end));
        found.add(new SaidNumber(t.start(from), isSplit ? end + 1 : end, digits, words, marked, unsure));
        forget();
        return to;
    }

    private void forget() {
        words = 0;
        marked = false;
    }
}
