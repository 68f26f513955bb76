package org.jackfield.analytics.label.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Turn;
import org.jackfield.analytics.transcript.Words;

/**
 * A turn as the learner hears it: its words, each value one word that is its type, other words with digits one word; whether
 * it asks; which definitions hold of it.
 */
record Heard(Speaker speaker, List<String> words, boolean asks, Set<String> rules) {

    /** Words of longer turns beyond these tell nothing more. */
    private static final int MOST_WORDS = 200;

    static Heard of(Turn turn, List<ExtractedValue> values, Set<String> rules) {
        Words words = Words.of(turn.text());
        List<String> heard = new ArrayList<>();
        int at = 0;
        while (at < words.count() && heard.size() < MOST_WORDS) {
            int end = at;
            for (ExtractedValue value : values) {
                end = Math.max(end, endOfValue(value, turn.number(), words, at, heard));
            }
            if (end == at) {
                heard.add(plain(words.word(at)));
                end = at + 1;
            }
            at = end;
        }
        return new Heard(turn.speaker(), heard, turn.text().indexOf('?') >= 0, new TreeSet<>(rules));
    }

    /** Where a value that begins at a word ends; adds its type. */
    private static int endOfValue(ExtractedValue value, int turn, Words words, int at, List<String> heard) {
        for (ExtractedValue.Part part : value.parts()) {
            if (part.turn() == turn && words.at(part.start()) == at && part.end() > words.start(at)) {
                heard.add("{" + value.type().word() + "}");
                return Math.max(at + 1, words.at(part.end() - 1) + 1);
            }
        }
        return at;
    }

    private static String plain(String word) {
        return word.chars().anyMatch(Character::isDigit) ? "{#}" : word;
    }

    String word(int index) {
        return index < 0 ? "^" : index < words.size() ? words.get(index) : "$";
    }
}
