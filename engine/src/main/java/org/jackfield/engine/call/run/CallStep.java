package org.jackfield.engine.call.run;

import java.util.List;
import org.jackfield.engine.event.NewEvent;

/** What a stimulus leads to: written in one commit, then the next state, then the effects. */
record CallStep(CallState next, List<Change> changes, List<NewEvent> events, List<Effect> effects) {

    CallStep {
        changes = List.copyOf(changes);
        events = List.copyOf(events);
        effects = List.copyOf(effects);
    }

    /** Nothing to write: no transaction. */
    boolean isLight() {
        return changes.isEmpty() && events.isEmpty();
    }
}
