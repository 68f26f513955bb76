package org.jackfield.analytics.extract;

import java.util.Arrays;

/**
 * The words, numbers and signs of one turn, fillers left out, with their places in the text. A buffer: each turn overwrites the one
 * before. Not for several threads.
 */
final class Tokens {

    private static final int ROOM = 512;
    /** A buffer that one enormous turn made is not kept for the small ones. */
    private static final int LARGEST_KEPT = 1 << 16;

    private Word[] words = new Word[ROOM];
    private long[] values = new long[ROOM];
    private int[] starts = new int[ROOM];
    private int[] ends = new int[ROOM];
    private int size;
    private CharSequence text = "";

    void clear(CharSequence turn) {
        if (words.length > LARGEST_KEPT) {
            resize(ROOM);
        }
        text = turn;
        size = 0;
    }

    void add(Word word, long value, int start, int end) {
        if (size == words.length) {
            resize(size * 2);
        }
        words[size] = word;
        values[size] = value;
        starts[size] = start;
        ends[size++] = end;
    }

    private void resize(int room) {
        words = Arrays.copyOf(words, room);
        values = Arrays.copyOf(values, room);
        starts = Arrays.copyOf(starts, room);
        ends = Arrays.copyOf(ends, room);
    }

    void removeLast() {
        size--;
    }

    int size() {
        return size;
    }

    Word word(int i) {
        return i >= 0 && i < size ? words[i] : Word.END;
    }

    Kind kind(int i) {
        return word(i).kind();
    }

    boolean is(int i, Kind kind) {
        return word(i).kind() == kind;
    }

    boolean is(int i, Kind kind, Kind other) {
        Kind found = word(i).kind();
        return found == kind || found == other;
    }

    /** Whether the token is this word, in lower case. */
    boolean is(int i, String word) {
        if (length(i) != word.length()) {
            return false;
        }
        for (int at = 0; at < word.length(); at++) {
            if (Lexicon.fold(text.charAt(starts[i] + at)) != word.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    boolean has(int i, int trait) {
        return word(i).has(trait);
    }

    /** The number that a token stands for: of digits the number they make, -1 when it is too long for one. */
    long value(int i) {
        return i >= 0 && i < size ? values[i] : -1;
    }

    int start(int i) {
        return starts[i];
    }

    /** Where the token before {@code i} ends: spans are said as tokens from, to (not included). */
    int endBefore(int i) {
        return ends[i - 1];
    }

    int length(int i) {
        return i >= 0 && i < size ? ends[i] - starts[i] : 0;
    }

    /** Whether nothing stands between the token and the one before. */
    boolean isGlued(int i) {
        return i > 0 && i < size && starts[i] == ends[i - 1];
    }

    char first(int i) {
        return i >= 0 && i < size ? text.charAt(starts[i]) : ' ';
    }

    boolean isAscii(int i) {
        if (i >= size) {
            return false;
        }
        for (int at = starts[i]; at < ends[i]; at++) {
            if (text.charAt(at) > 'z') {
                return false;
            }
        }
        return true;
    }

    boolean isCapitalised(int i) {
        return Character.isUpperCase(first(i));
    }

    /** Lower case, with single blanks between tokens that had any between them. */
    String lower(int from, int to) {
        StringBuilder out = new StringBuilder();
        for (int i = from; i < to; i++) {
            if (i > from && !isGlued(i)) {
                out.append(' ');
            }
            append(out, i);
        }
        return out.toString();
    }

    /** Appends the token's letters and digits in lower case. */
    void append(StringBuilder out, int i) {
        for (int at = starts[i]; at < ends[i]; at++) {
            out.append(Character.toLowerCase(text.charAt(at)));
        }
    }

    CharSequence text() {
        return text;
    }
}
