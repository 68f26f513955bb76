package org.jackfield.analytics.search.wording;

import java.util.ArrayList;
import java.util.List;

/**
 * Where in one turn the words of a {@link Wording} are, and its values. {@code words} of the turn are told, or at least as many as there
 * are up to the last place of interest.
 */
public final class TurnPlaces {

    private final PlaceSet[] byWord;
    private final List<List<Span>> bySlot;
    private final int size;
    private final PlaceSet words;
    private final int end;

    /** Places of a value's words, both included. */
    record Span(int first, int last) {}

    /** @param words how many words the turn has */
    public TurnPlaces(int words, int wordCount, int slotCount) {
        end = words + 1;
        size = words + 3;
        this.words = PlaceSet.between(1, end, size);
        byWord = new PlaceSet[wordCount];
        for (int i = 0; i < wordCount; i++) {
            byWord[i] = PlaceSet.empty(size);
        }
        bySlot = new ArrayList<>(slotCount);
        for (int i = 0; i < slotCount; i++) {
            bySlot.add(new ArrayList<>(2));
        }
    }

    /** A word of the wording lies at a place. */
    public void addWord(int word, int place) {
        byWord[word].add(place);
    }

    /** A value that fits a slot of the wording lies at places, both included. */
    public void addValue(int slot, int first, int last) {
        bySlot.get(slot).add(new Span(first, last));
    }

    PlaceSet of(int word) {
        return byWord[word];
    }

    List<Span> spans(int slot) {
        return bySlot.get(slot);
    }

    PlaceSet words() {
        return words;
    }

    int size() {
        return size;
    }

    int end() {
        return end;
    }

    PlaceSet all() {
        return PlaceSet.between(0, size, size);
    }

    PlaceSet only(int place) {
        return PlaceSet.only(place, size);
    }
}
