package org.jackfield.engine.bpmn;

import java.util.function.Supplier;
import org.jackfield.engine.call.InstructionDesk;
import org.jackfield.engine.event.EventLog;

/**
 * What the engine's behaviours call. Suppliers, because whoever implements the desk needs {@code FlowRuns}, which needs
 * the engine: the desk is asked for when the first element is entered.
 */
public record FlowPorts(Supplier<InstructionDesk> desk, Supplier<EventLog> events) {}
