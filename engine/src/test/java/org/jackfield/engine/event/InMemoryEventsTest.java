package org.jackfield.engine.event;

import java.util.Random;
import org.jackfield.engine.id.TimeOrderedIds;
import org.jackfield.engine.time.SettableClock;
import org.jackfield.engine.unit.DirectUnitOfWork;
import org.jackfield.engine.unit.UnitOfWork;

class InMemoryEventsTest extends EventLogContract {

    private final SettableClock clock = new SettableClock();
    private final InMemoryEvents events = new InMemoryEvents(new TimeOrderedIds(clock, new Random(1)), clock);
    private final UnitOfWork unit = new DirectUnitOfWork();

    @Override
    protected EventLog log() {
        return events;
    }

    @Override
    protected EventReader reader() {
        return events;
    }

    @Override
    protected EventSearch search() {
        return events;
    }

    @Override
    protected SettableClock clock() {
        return clock;
    }

    @Override
    protected UnitOfWork unit() {
        return unit;
    }
}
