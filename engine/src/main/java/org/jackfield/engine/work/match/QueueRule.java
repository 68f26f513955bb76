package org.jackfield.engine.work.match;

import java.util.Locale;
import java.util.Optional;
import org.jackfield.engine.work.expression.Expression;

/**
 * A queue as the matcher needs it: who serves it (empty for everybody), which of two items of one priority comes first, and
 * how many workers are offered one item at once.
 */
public record QueueRule(String id, Optional<Expression> workers, Order order, int maxReserved) {

    /** Which of two items of one priority comes first. */
    public enum Order {
        /** The one that started to wait earlier. */
        FIFO,
        /** The one that started to wait later. */
        LIFO;

        /** The word of the table. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Order of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
