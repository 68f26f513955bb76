package org.jackfield.engine.unit;

import java.util.List;
import org.jackfield.engine.error.ErrorCode;
import org.jackfield.engine.event.NewEvent;

/**
 * What a pure decider answers: either changes to write, events to publish and effects to hand out after the commit, or a
 * refusal. Immutable.
 *
 * @param <C> the concept's changes
 * @param <E> the concept's effects
 */
public sealed interface Decision<C, E> {

    /** Write, publish, hand out: all of it or, on a conflict, nothing. */
    record Accepted<C, E>(List<C> changes, List<NewEvent> events, List<E> effects) implements Decision<C, E> {
        public Accepted {
            changes = List.copyOf(changes);
            events = List.copyOf(events);
            effects = List.copyOf(effects);
        }
    }

    /** Nothing changes; the caller is told why. */
    record Rejected<C, E>(ErrorCode code, String detail) implements Decision<C, E> {}
}
