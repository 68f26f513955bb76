package org.jackfield.analytics.label.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.label.define.ValueRange;
import org.jackfield.analytics.transcript.Turn;
import org.jackfield.analytics.transcript.Words;

/** Turns words and values into the numbers of one version of a vocabulary. Safe for use by several threads. */
final class Coder {

    private static final int MOST_REMEMBERED = 100_000;
    private static final int LONGEST_WORD = 64;
    private static final int[] UNKNOWN = {};

    private final Vocabulary vocabulary;
    private final int[] lengths;
    private final Map<ValueRange, Integer> ranges;
    private final Map<String, int[]> remembered = new ConcurrentHashMap<>();

    Coder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        lengths = vocabulary.lengthsOfBeginnings().stream().mapToInt(Integer::intValue).sorted().toArray();
        ranges = Map.copyOf(vocabulary.values());
    }

    PlacedWords code(Turn turn, List<ExtractedValue> values) {
        Words words = Words.of(turn.text());
        int[][] ids = new int[words.count() + 2][];
        ids[0] = new int[]{vocabulary.known(Vocabulary.BEGIN)};
        for (int i = 0; i < words.count(); i++) {
            ids[i + 1] = idsOf(words.word(i));
        }
        ids[ids.length - 1] = new int[]{vocabulary.known(Vocabulary.END)};
        values.forEach(value -> mark(value, turn.number(), words, ids));
        return new PlacedWords(words, ids);
    }

    private int[] idsOf(String word) {
        int[] known = remembered.get(word);
        if (known == null) {
            known = lookUp(word);
            if (remembered.size() < MOST_REMEMBERED && word.length() <= LONGEST_WORD) {
                remembered.put(word, known);
            }
        }
        return known;
    }

    private int[] lookUp(String word) {
        List<Integer> ids = new ArrayList<>();
        ids.add(vocabulary.known(word));
        for (int length : lengths) {
            if (length <= word.length()) {
                ids.add(vocabulary.known(word.substring(0, length) + "*"));
            }
        }
        ids.removeIf(id -> id < 0);
        return ids.isEmpty() ? UNKNOWN : ids.stream().mapToInt(Integer::intValue).toArray();
    }

    private void mark(ExtractedValue value, int turn, Words words, int[][] ids) {
        int[] matching = ranges.entrySet()
                .stream()
                .filter(range -> range.getKey().type() == value.type() && range.getKey().holds(value.normal()))
                .mapToInt(Map.Entry::getValue)
                .toArray();
        if (matching.length == 0) {
            return;
        }
        for (ExtractedValue.Part part : value.parts()) {
            if (part.turn() == turn) {
                for (int i = words.at(part.start()); i < words.count() && words.start(i) < part.end(); i++) {
                    ids[i + 1] = joined(ids[i + 1], matching);
                }
            }
        }
    }

    private static int[] joined(int[] some, int[] others) {
        int[] all = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        return all;
    }
}
