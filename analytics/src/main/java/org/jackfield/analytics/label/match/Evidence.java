package org.jackfield.analytics.label.match;

import java.util.List;

/**
 * Why a label was given: a phrase of its definition that was said. {@code turn} is the turn's number, places count characters
 * of its text, the end not included; {@code words} leaves out what only lay between.
 */
public record Evidence(int turn, String phrase, int start, int end, List<Place> words) {

    /** Characters of a word. */
    public record Place(int start, int end) {}

    public Evidence {
        words = List.copyOf(words);
    }
}
