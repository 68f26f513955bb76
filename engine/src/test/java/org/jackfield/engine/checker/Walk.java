package org.jackfield.engine.checker;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which word may follow which. The empty word is the beginning; a word without followers is an end.
 */
record Walk(Map<String, Set<String>> followers) {

    /** The first step that is not allowed, in words. */
    Optional<String> firstWrongStep(List<String> words) {
        String before = "";
        for (String word : words) {
            if (!followers.getOrDefault(before, Set.of()).contains(word)) {
                return Optional.of("\"%s\" after \"%s\"".formatted(word, before));
            }
            before = word;
        }
        return Optional.empty();
    }
}
