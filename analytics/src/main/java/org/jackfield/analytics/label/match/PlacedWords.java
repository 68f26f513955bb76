package org.jackfield.analytics.label.match;

import org.jackfield.analytics.transcript.Words;

/**
 * A turn as the automata see it: a place for its begin, one for each word, one for its end; each is known by the numbers of
 * what it is.
 */
final class PlacedWords {

    private final Words words;
    private final int[][] ids;

    PlacedWords(Words words, int[][] ids) {
        this.words = words;
        this.ids = ids;
    }

    int count() {
        return ids.length;
    }

    int[] ids(int place) {
        return ids[place];
    }

    int wordCount() {
        return words.count();
    }

    /** Character of the text where a place begins; an edge lies at the word beside it. */
    int start(int place) {
        return words.count() == 0 ? 0 : words.start(word(place));
    }

    int end(int place) {
        return words.count() == 0 ? 0 : words.end(word(place));
    }

    boolean isWord(int place) {
        return place > 0 && place < ids.length - 1;
    }

    private int word(int place) {
        return Math.clamp(place - 1L, 0, words.count() - 1);
    }
}
