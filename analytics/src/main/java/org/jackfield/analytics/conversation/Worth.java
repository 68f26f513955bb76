package org.jackfield.analytics.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells, from the raw text of a kept conversation, whether it can have certain labels at all, so that most of an archive need not
 * be taken apart. It may say so of one that has none, never the other way round. Immutable.
 */
public final class Worth {

    /** Of every conversation. */
    public static final Worth ALL = new Worth(Set.of("^"));

    private final boolean always;
    private final List<String> words = new ArrayList<>();
    private final List<String> types = new ArrayList<>();

    /** Whether one of these is in it, as {@link org.jackfield.analytics.label.match.LabelSet#cues} gives them. */
    Worth(Set<String> cues) {
        boolean everywhere = false;
        for (String cue : cues) {
            if (cue.startsWith("{")) {
                types.add(cue.substring(1, cue.length() - 1));
            } else {
                everywhere |= cue.startsWith("^") || !cue.chars().allMatch(c -> c < 128);
                words.add(cue.endsWith("*") ? cue.substring(0, cue.length() - 1) : cue);
            }
        }
        always = everywhere;
    }

    /** Whether it matters which values were found. */
    public boolean looksAtValues() {
        return !always && !types.isEmpty();
    }

    /**
     * Whether the conversation may have one of the labels.
     *
     * @param text everything that was said, in any form that leaves words whole
     * @param values whether a value of a type, by its word, was found
     */
    public boolean of(String text, Predicate<String> values) {
        if (always || types.stream().anyMatch(values)) {
            return true;
        }
        String plain = words.isEmpty() ? "" : plain(text);
        return words.stream().anyMatch(plain::contains);
    }

    /** Lower case without apostrophes, as words are compared. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c != '\'' && c != '\u2019' && c != '\u2018' && c != '\u02bc') {
                plain.append(Character.toLowerCase(c));
            }
        }
        return plain.toString();
    }
}
