package org.jackfield.engine.work.match;

import java.util.Optional;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.Facts;
import org.jackfield.engine.work.expression.Ordering;
import org.jackfield.engine.work.policy.Target;

/**
 * Whom an item waits for.
 *
 * @param workers who of the queue's workers, beside the queue's own rule; asks about the worker alone; empty for all
 * @param ordering who of them first; empty for the longest idle
 * @param knownWorker the id, or the name in any case, of the only one
 * @param ignoresCapacity whether he is asked although he has as many items of the medium as he may
 */
public record Wish(String queueId, String medium, Optional<Expression> workers, Optional<Ordering> ordering,
        Optional<String> knownWorker, boolean ignoresCapacity) {

    /** Everybody in the queue. */
    public static Wish inQueue(String queueId, String medium) {
        return inQueue(queueId, medium, false);
    }

    /** Everybody in the queue, also who has as much as he may when the capacity does not matter. */
    public static Wish inQueue(String queueId, String medium, boolean ignoresCapacity) {
        return new Wish(queueId, medium, Optional.empty(), Optional.empty(), Optional.empty(), ignoresCapacity);
    }

    /** What the target asks for, for this item; nobody when it asks for a known worker and the item names none. */
    public static Wish of(Target target, Facts item, String medium, boolean ignoresCapacity) {
        Optional<String> known = target.knownWorker(item);
        Optional<Expression> workers = target.isDirect() && known.isEmpty()
                ? Optional.of(new Expression.Always(0, false))
                : target.workersFor(item);
        return new Wish(target.queueId(), medium, workers, target.ordering(), known, ignoresCapacity);
    }
}
