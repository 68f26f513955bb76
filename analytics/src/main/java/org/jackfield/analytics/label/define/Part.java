package org.jackfield.analytics.label.define;

import java.util.List;

/** A piece of a phrase. */
public sealed interface Part {

    /** One word out of some; one that ends in {@code *} stands for all words that begin so. Lower case, no apostrophes. */
    record Word(List<String> anyOf) implements Part {
        public Word {
            anyOf = List.copyOf(anyOf);
        }
    }

    /** Whatever word, once. */
    record AnyWord() implements Part {}

    /** From none to {@code most} words of any kind. */
    record Gap(int most) implements Part {}

    /** A value of a type and size, of one word or several. */
    record Slot(ValueRange range) implements Part {}

    /** Before the first word of a turn, or after its last. */
    record Edge(boolean begin) implements Part {}

    /** One after the other. */
    record Sequence(List<Part> parts) implements Part {
        public Sequence {
            parts = List.copyOf(parts);
        }
    }

    /** One of them. */
    record Choice(List<Part> parts) implements Part {
        public Choice {
            parts = List.copyOf(parts);
        }
    }

    /** It, or nothing. */
    record Maybe(Part part) implements Part {}
}
