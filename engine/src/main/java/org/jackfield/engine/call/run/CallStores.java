package org.jackfield.engine.call.run;

import org.jackfield.engine.call.Calls;
import org.jackfield.engine.call.Instructions;
import org.jackfield.engine.call.Recordings;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.unit.UnitOfWork;

/** Where the truth about calls is kept. */
public record CallStores(UnitOfWork unit, Calls calls, Instructions instructions, Recordings recordings,
        EventLog events) {}
