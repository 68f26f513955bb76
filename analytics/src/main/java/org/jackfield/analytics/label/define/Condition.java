package org.jackfield.analytics.label.define;

import java.util.List;
import java.util.Optional;
import org.jackfield.analytics.transcript.Speaker;

/** What must hold of a turn. */
public sealed interface Condition {

    /** One of the phrases is said in the turn. */
    record Said(List<Phrase> phrases) implements Condition {
        public Said {
            phrases = List.copyOf(phrases);
        }
    }

    /** All hold, each of the same turn. */
    record All(List<Condition> conditions) implements Condition {
        public All {
            conditions = List.copyOf(conditions);
        }
    }

    /** At least one holds. */
    record Any(List<Condition> conditions) implements Condition {
        public Any {
            conditions = List.copyOf(conditions);
        }
    }

    /** It does not hold. */
    record Not(Condition condition) implements Condition {}

    /** Somebody in particular speaks. */
    record By(Speaker speaker) implements Condition {}

    /** In the same turn, with at most {@code words} words between. */
    record NearInTurn(Said one, Said other, int words, Order order) implements Condition {}

    /** The first holds here, the second of a turn at most {@code turns} turns away; of the same turn too. */
    record NearByTurns(Condition here, Condition there, int turns, Order order) implements Condition {}

    /** It holds of what the other side said last before this turn, be it in several turns. */
    record Previous(Condition condition) implements Condition {}

    /** It holds of what the other side says next, be it in several turns. */
    record Next(Condition condition) implements Condition {}

    /** Where the turn lies: among the first turns of the conversation, or among its last. */
    record Place(Optional<Integer> first, Optional<Integer> last) implements Condition {}

    /** How many words the turn has. */
    record Length(Optional<Integer> least, Optional<Integer> most) implements Condition {}

    /** Which of two comes first. */
    enum Order {
        /** The first one named. */
        BEFORE,
        /** The second one named. */
        AFTER,
        EITHER
    }
}
