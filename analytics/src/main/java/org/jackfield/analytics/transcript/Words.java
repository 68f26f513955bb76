package org.jackfield.analytics.transcript;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The words of one text, in order, each with its place. Lower case; apostrophes are left out, so that {@code that's} and
 * {@code thats} are one word; digits keep the points and commas between them; a sign of money or percent is a word. Noises in
 * square brackets and sounds of hesitation are no words. Places count characters, the end not included. Immutable.
 */
public final class Words {

    private static final Set<String> HESITATIONS = Set.of("uh", "um", "uhm", "umm", "er", "erm", "hm", "hmm", "mm");
    private static final String SIGNS = "$%€£¥";

    private final List<String> words;
    private final int[] starts;
    private final int[] ends;

    private Words(Scan scan) {
        words = List.copyOf(scan.words);
        starts = Arrays.copyOf(scan.starts, words.size());
        ends = Arrays.copyOf(scan.ends, words.size());
    }

    /** Takes any text in time linear to its length. */
    public static Words of(String text) {
        return new Words(new Scan(text).run());
    }

    public int count() {
        return words.size();
    }

    public String word(int index) {
        return words.get(index);
    }

    public int start(int index) {
        return starts[index];
    }

    public int end(int index) {
        return ends[index];
    }

    public List<String> list() {
        return words;
    }

    /** The first word that ends after a place: {@link #count()} if none does. */
    public int at(int place) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (ends[middle] > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    private static final class Scan {

        private static final int ROOM = 16;
        private static final int LONGEST_NOISE = 24;

        private final String text;
        private final List<String> words = new ArrayList<>();
        private int[] starts = new int[ROOM];
        private int[] ends = new int[ROOM];
        private int at;

        Scan(String text) {
            this.text = text;
        }

        Scan run() {
            while (at < text.length()) {
                int point = text.codePointAt(at);
                if (isOfWord(point)) {
                    takeWord();
                } else if (SIGNS.indexOf(point) >= 0) {
                    add(text.substring(at, at + 1), at, at + 1);
                    at++;
                } else {
                    at = point == '[' ? afterNoise() : at + Character.charCount(point);
                }
            }
            return this;
        }

        private void takeWord() {
            int start = at;
            StringBuilder word = new StringBuilder();
            while (at < text.length()) {
                int point = text.codePointAt(at);
                if (isOfWord(point)) {
                    word.appendCodePoint(point);
                } else if (isPointInNumber(point)) {
                    word.append((char) point);
                } else if (!isApostrophe(point) || !isFollowedByWord()) {
                    break;
                }
                at += Character.charCount(point);
            }
            String lower = word.toString().toLowerCase(Locale.ROOT);
            if (!HESITATIONS.contains(lower)) {
                add(lower, start, at);
            }
        }

        private boolean isPointInNumber(int point) {
            return (point == '.' || point == ',') && Character.isDigit(text.charAt(at - 1)) && at + 1 < text.length()
                    && Character.isDigit(text.charAt(at + 1));
        }

        private boolean isFollowedByWord() {
            return at + 1 < text.length() && isOfWord(text.codePointAt(at + 1));
        }

        /** A bracket that is not closed soon is only a bracket. */
        private int afterNoise() {
            int last = Math.min(text.length(), at + LONGEST_NOISE);
            for (int i = at + 1; i < last; i++) {
                if (text.charAt(i) == ']') {
                    return i + 1;
                }
            }
            return at + 1;
        }

        private void add(String word, int start, int end) {
            if (words.size() == starts.length) {
                starts = Arrays.copyOf(starts, starts.length * 2);
                ends = Arrays.copyOf(ends, ends.length * 2);
            }
            starts[words.size()] = start;
            ends[words.size()] = end;
            words.add(word);
        }

        private static boolean isOfWord(int point) {
            return Character.isLetterOrDigit(point) || Character.getType(point) == Character.NON_SPACING_MARK
                    || Character.getType(point) == Character.COMBINING_SPACING_MARK;
        }

        private static boolean isApostrophe(int point) {
            return point == '\'' || point == '\u2019' || point == '\u2018' || point == '\u02bc';
        }
    }
}
