package org.jackfield.app.conversation;

import java.time.Clock;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.unit.UnitOfWork;

/** What every change of conversations needs. */
public record Surroundings(UnitOfWork unit, EventLog events, Ids ids, Clock clock) {}
