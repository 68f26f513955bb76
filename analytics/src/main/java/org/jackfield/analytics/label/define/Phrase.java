package org.jackfield.analytics.label.define;

import java.util.Map;

/** What may be said, in one turn and in this order. {@code text} is how its author wrote it. */
public record Phrase(String text, Part part) {

    /**
     * Reads one that stands alone, so without lists of words.
     *
     * @throws PhraseProblem it is none, or says too much or nothing
     */
    public static Phrase parse(String text) {
        Phrase phrase = new PhraseParser(Map.of()).parse(text);
        PhraseCheck.check(phrase);
        return phrase;
    }
}
