package org.jackfield.analytics.extract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Words that speak for a label, or open a topic when there is no label. */
record Phrase(List<Word> words, @Nullable Label label, int topic, Place place) {

    /** Where the value stands that the phrase speaks for. */
    enum Place {
        NEAR,
        /** Near, but it speaks only for values that show their type by themselves. */
        WEAK,
        RIGHT_BEHIND_IT,
        RIGHT_BEFORE_IT
    }

    /** The token behind the phrase that begins at a token, or that token. Words may be joined by hyphens: "check-in". */
    int match(Tokens t, int i) {
        int at = i;
        for (Word word : words) {
            at = at > i && t.is(at, Kind.DASH) && t.isGlued(at) ? at + 1 : at;
            if (t.word(at).id() != word.id()) {
                return i;
            }
            at++;
        }
        return at;
    }
}
