package org.jackfield.analytics.label.define;

import java.util.List;

/** A phrase that says too much or nothing. */
final class PhraseCheck {

    /** A machine word has so many bits; a phrase is matched in one. */
    static final int MOST_PIECES = 64;

    private PhraseCheck() {}

    static void check(Phrase phrase) {
        int pieces = pieces(phrase.part());
        if (pieces > MOST_PIECES) {
            throw new PhraseProblem("the phrase has " + pieces + " pieces",
                    "at most " + MOST_PIECES + "; make several phrases of it, or shorter lists of single words");
        }
        if (!needsWord(phrase.part())) {
            throw new PhraseProblem("the phrase could be said without any word of it",
                    "write at least one word or value that must be there");
        }
    }

    private static int pieces(Part part) {
        return switch (part) {
            case Part.Word word -> 1;
            case Part.AnyWord any -> 1;
            case Part.Slot slot -> 1;
            case Part.Edge edge -> 1;
            case Part.Gap gap -> gap.most();
            case Part.Maybe maybe -> pieces(maybe.part());
            case Part.Sequence sequence -> sum(sequence.parts());
            case Part.Choice choice -> sum(choice.parts());
        };
    }

    private static int sum(List<Part> parts) {
        return parts.stream().mapToInt(PhraseCheck::pieces).sum();
    }

    private static boolean needsWord(Part part) {
        return switch (part) {
            case Part.Word word -> true;
            case Part.Slot slot -> true;
            case Part.AnyWord any -> false;
            case Part.Edge edge -> false;
            case Part.Gap gap -> false;
            case Part.Maybe maybe -> false;
            case Part.Sequence sequence -> sequence.parts().stream().anyMatch(PhraseCheck::needsWord);
            case Part.Choice choice -> choice.parts().stream().allMatch(PhraseCheck::needsWord);
        };
    }
}
