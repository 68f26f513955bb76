package org.jackfield.app.callback;

import java.time.Clock;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.unit.UnitOfWork;
import org.jackfield.engine.work.callback.EventCallbacks;
import org.jackfield.engine.work.callback.Patience;

/** What telling applications of events works with. */
public record EventCallbackParts(Store store, EventForms forms, CallbackParts.Peer peer, Patience patience,
        Clock clock) {

    /** What is kept. */
    public record Store(EventCallbacks callbacks, UnitOfWork unit, EventLog events) {}
}
