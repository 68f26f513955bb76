package org.jackfield.engine.work.policy;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jackfield.engine.work.expression.Expression;
import org.jackfield.engine.work.expression.Facts;
import org.jackfield.engine.work.expression.Ordering;
import org.jackfield.engine.work.expression.Scope;

/**
 * One assignment step: whom to ask and for how long. Without a timeout the item stays until it was waiting as long as it may.
 * A priority replaces the item's.
 *
 * @param workers who of the queue's workers is asked; empty for all; may compare them with the item
 * @param skipIf asked once, when nobody was free on entering: whether to go on to the next target at once
 */
public record Target(String queueId, Optional<Expression> workers, OptionalInt priority, Optional<Duration> timeout,
        Preference preference, Optional<Expression> skipIf) {

    private static final Set<Scope> OF_THE_ITEM = Set.of(Scope.TASK, Scope.CLOCK);

    /** Who is asked first, or alone. */
    public sealed interface Preference {

        /** The longest idle. */
        record LongestIdle() implements Preference {}

        /** By attributes of the workers, then the longest idle. */
        record By(Ordering ordering) implements Preference {}

        /** One worker alone, named by his id or his name; the operand is a text or a path of the item. */
        record Known(Expression.Operand worker) implements Preference {}
    }

    /** Everybody in the queue, the longest idle first. */
    public static Target queue(String queueId) {
        return new Target(queueId, Optional.empty(), OptionalInt.empty(), Optional.empty(),
                new Preference.LongestIdle(), Optional.empty());
    }

    /** The queue's workers who are asked for this item: what is left of the condition once item and time are known. */
    public Optional<Expression> workersFor(Facts item) {
        return workers.map(condition -> condition.given(item, OF_THE_ITEM));
    }

    public Optional<Ordering> ordering() {
        return preference instanceof Preference.By(Ordering ordering) ? Optional.of(ordering) : Optional.empty();
    }

    /** Whether a known worker is asked for. */
    public boolean isDirect() {
        return preference instanceof Preference.Known;
    }

    /** The id or name of the known worker; empty when none is asked for, or the item does not name one. */
    public Optional<String> knownWorker(Facts item) {
        return preference instanceof Preference.Known(Expression.Operand worker)
                && worker.value(item) instanceof String name && !name.isBlank() ? Optional.of(name) : Optional.empty();
    }
}
