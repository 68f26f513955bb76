package org.jackfield.engine.work.callback;

import java.util.Random;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.event.EventReader;
import org.jackfield.engine.event.InMemoryEvents;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.tenant.AccountId;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.unit.DirectUnitOfWork;
import org.jackfield.engine.unit.UnitOfWork;

class InMemoryEventCallbacksTest extends EventCallbacksContract {

    private final SettableClock clock = new SettableClock();
    private final InMemoryEvents events = new InMemoryEvents(new TimeOrderedIds(clock, new Random(1)), clock);
    private final EventCallbacks callbacks = new InMemoryEventCallbacks(events);
    private final UnitOfWork unit = new DirectUnitOfWork();

    @Override
    protected EventCallbacks callbacks() {
        return callbacks;
    }

    @Override
    protected EventLog log() {
        return events;
    }

    @Override
    protected EventReader reader() {
        return events;
    }

    @Override
    protected UnitOfWork unit() {
        return unit;
    }

    @Override
    protected void workspace(AccountId owner, String id) {
        // Nothing here belongs to a workspace.
    }
}
