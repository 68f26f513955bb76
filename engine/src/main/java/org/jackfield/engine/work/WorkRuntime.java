package org.jackfield.engine.work;

import java.time.Clock;
import java.util.concurrent.Executor;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.id.Ids;
import org.jackfield.engine.time.Timers;
import org.jackfield.engine.unit.UnitOfWork;

/**
 * What work distribution runs on. The executor runs the loops of the workspaces that this node owns; they wait for the
 * database, so it gives them virtual threads.
 */
public record WorkRuntime(UnitOfWork unit, EventLog events, Clock clock, Ids ids, Timers timers, Executor executor) {}
