package org.jackfield.analytics.label.learn;

/**
 * One thing that is so about a turn: a word in it, two words in a row, a label's definition that holds. {@code kind} tells
 * what the words are.
 */
record Cue(Kind kind, String one, String other) {

    enum Kind {
        ALWAYS(""),
        SPEAKER("speaker"),
        WORD("says"),
        PAIR("says"),
        APART("says, with a word between,"),
        FIRST("begins with"),
        LAST("ends with"),
        LENGTH("words"),
        ASKS("is a question"),
        BEFORE_WORD("after the other side's"),
        BEFORE_PAIR("after the other side's"),
        SAME_BEFORE("after the same side's"),
        NEXT_WORD("before the other side's"),
        NEXT_PAIR("before the other side's"),
        FROM_START("turns from the start"),
        FROM_END("turns to the end"),
        SIDES("speakers"),
        RULE("definition of"),
        RULE_BEFORE("after the other side's definition of"),
        RULE_NEXT("before the other side's definition of"),
        RULE_EARLIER("earlier in the conversation: definition of"),
        RULE_AT("definition of"),
        RULE_AMONG("definition of"),
        ANSWER("answers");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    Cue(Kind kind, String one) {
        this(kind, one, "");
    }

    /** Spread over all integers; two cues with one number are as good as never met. */
    int number() {
        long mixed = (one.hashCode() * 31L + other.hashCode()) * 0x9E3779B97F4A7C15L
                + kind.name().hashCode() * 0xD1B54A32D192ED03L;
        mixed ^= mixed >>> 29;
        mixed *= 0xBF58476D1CE4E5B9L;
        return (int) (mixed >>> 32);
    }

    /** As a person reads it. */
    String inWords() {
        return (kind.words + " " + one + " " + other).strip();
    }
}
