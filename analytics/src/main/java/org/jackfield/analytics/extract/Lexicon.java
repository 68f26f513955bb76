package org.jackfield.analytics.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words that the grammar knows, found without making a string of the text. Lower and upper case are the same here. Immutable
 * once {@link Builder#build() built}.
 */
final class Lexicon {

    private static final int LONGEST = 24;

    private final Word[] table;
    private final int size;

    private Lexicon(Map<String, Word> words) {
        size = words.size();
        table = new Word[Integer.highestOneBit(Math.max(16, size)) * 4];
        words.values().forEach(this::put);
    }

    private void put(Word word) {
        int at = hash(word.text(), 0, word.text().length()) & table.length - 1;
        while (table[at] != null) {
            at = at + 1 & table.length - 1;
        }
        table[at] = word;
    }

    /** How many words there are; their ids are smaller. */
    int size() {
        return size;
    }

    /** The word that stands there, or {@link Word#UNKNOWN}. */
    Word find(CharSequence text, int start, int end) {
        if (end - start > LONGEST) {
            return Word.UNKNOWN;
        }
        int at = hash(text, start, end) & table.length - 1;
        while (table[at] != null) {
            if (matches(table[at].text(), text, start, end)) {
                return table[at];
            }
            at = at + 1 & table.length - 1;
        }
        return Word.UNKNOWN;
    }

    private static boolean matches(String word, CharSequence text, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != fold(text.charAt(start + i))) {
                return false;
            }
        }
        return true;
    }

    private static int hash(CharSequence text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = hash * 31 + fold(text.charAt(i));
        }
        return hash ^ hash >>> 15;
    }

    static char fold(char letter) {
        if (letter == '\u2019') {
            return '\'';
        }
        return letter >= 'A' && letter <= 'Z' ? (char) (letter + 32) : letter;
    }

    /** Gathers words until the lexicon is made. */
    static final class Builder {

        private final Map<String, Word> words = new HashMap<>();

        /** Reads lines of {@code KIND word=value ...}; the traits of a word, such as {@code PLAIN}, only mark it. */
        Builder read(String resource) {
            lines(resource).forEach(line -> {
                String[] cells = line.split(" ", -1);
                for (int i = 1; i < cells.length; i++) {
                    add(cells[0], cells[i]);
                }
            });
            return this;
        }

        private void add(String kind, String cell) {
            int equals = cell.indexOf('=');
            String text = equals < 0 ? cell : cell.substring(0, equals);
            switch (kind) {
                case "GIVEN" -> mark(text, Word.GIVEN_NAME);
                case "SURNAME" -> mark(text, Word.SURNAME);
                case "PLAIN" -> mark(text, Word.PLAIN);
                case "DATE_LEAD" -> mark(text, Word.DATE_LEAD);
                case "TIME_LEAD" -> mark(text, Word.TIME_LEAD);
                case "COURTESY" -> mark(text, Word.COURTESY);
                case "COUNTED" -> mark(text, Word.COUNTED);
                default -> words.putIfAbsent(text, new Word(text, words.size(), Kind.valueOf(kind),
                        equals < 0 ? 0 : Long.parseLong(cell.substring(equals + 1)), 0));
            }
        }

        private void mark(String text, int trait) {
            words.put(text, word(text).with(trait));
        }

        /** The word of a phrase; one that no list names gets the kind {@code OTHER}. */
        Word word(String text) {
            return words.computeIfAbsent(text, unseen -> new Word(unseen, words.size(),
                    unseen.length() == 1 ? Kind.LETTER : Kind.OTHER, 0, 0));
        }

        Lexicon build() {
            for (char letter = 'a'; letter <= 'z'; letter++) {
                word(String.valueOf(letter));
            }
            return new Lexicon(words);
        }
    }

    /** The lines of a resource beside this class, without comments and empty lines. */
    static List<String> lines(String resource) {
        List<String> lines = new ArrayList<>();
        try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("the resource " + resource + " is missing");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(lines::add);
            return lines;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
