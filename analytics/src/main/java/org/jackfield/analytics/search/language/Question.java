package org.jackfield.analytics.search.language;

import java.util.List;
import org.jackfield.analytics.label.define.Condition.Order;
import org.jackfield.analytics.label.define.Phrase;
import org.jackfield.analytics.transcript.Speaker;

/**
 * What is asked. Some questions are of a turn, some of a conversation; one of a turn, asked of a conversation, is whether any of its
 * turns is so. Immutable.
 */
public sealed interface Question {

    /** What lies at certain words of a turn, so that distances can be measured to it. */
    sealed interface Spot extends Question {}

    /** Of a turn: the phrase is said. */
    record Said(Phrase phrase, Place place) implements Spot {}

    /** Of a turn: such a value is said. */
    record Valued(ValueTest test, Place place) implements Spot {}

    /** Of a turn: both are said, with at most {@code words} words between, and do not overlap. */
    record Near(Spot one, Spot other, int words, Order order, Place place) implements Question {}

    /** Of a turn: it has the label; one that ends in {@code *} stands for all labels that begin so. */
    record Labelled(String name, Place place) implements Question {}

    /** Of a turn: somebody in particular speaks. */
    record By(Speaker speaker, Place place) implements Question {}

    /** Of a conversation: all of it holds of one and the same turn. */
    record InTurn(Question question) implements Question {}

    /**
     * Of a conversation: one holds of a turn and the other of a turn at most {@code turns} turns away; of the same turn too if the order
     * does not matter.
     */
    record WithinTurns(Question one, Question other, int turns, Order order, Place place) implements Question {}

    /** Of a conversation: it is filed under a name, in lower case; one that ends in {@code *} stands for all that begin so. */
    record Filed(Filing filing, String name, Place place) implements Question {}

    /** Of a conversation: a measure lies in a range. */
    record Measured(Measure measure, Range range, Place place) implements Question {}

    /** All hold. */
    record All(List<Question> questions) implements Question {
        public All {
            questions = List.copyOf(questions);
        }
    }

    /** At least one holds. */
    record Any(List<Question> questions) implements Question {
        public Any {
            questions = List.copyOf(questions);
        }
    }

    /** It does not hold. */
    record Not(Question question) implements Question {}
}
