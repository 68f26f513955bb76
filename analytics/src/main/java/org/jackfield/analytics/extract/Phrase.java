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

    boolean matches(Tokens t, int i) {
        for (int at = 0; at < words.size(); at++) {
            if (t.word(i + at).id() != words.get(at).id()) {
                return false;
            }
        }
        return true;
    }
}
