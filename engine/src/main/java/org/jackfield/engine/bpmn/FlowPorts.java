package org.jackfield.engine.bpmn;

import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.jackfield.engine.call.InstructionDesk;
import org.jackfield.engine.event.EventLog;
import org.jackfield.engine.tenant.AccountId;

/**
 * What the engine's behaviours call. Suppliers, because whoever implements the desk needs {@code FlowRuns}, which needs
 * the engine: the desk is asked for when the first element is entered. Presence answers facts about somebody, when they can be
 * known.
 */
public record FlowPorts(Supplier<InstructionDesk> desk, Supplier<EventLog> events,
        Supplier<BiFunction<AccountId, String, Optional<Map<String, Object>>>> presence) {}
