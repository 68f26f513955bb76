package org.jackfield.engine.bpmn;

import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionManager;
import org.jackfield.engine.call.InstructionDesk;
import org.jackfield.engine.call.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What happens when a model cannot go on: the desk is told once, then the whole instance is ended. */
final class FlowFailures {

    /** Why the engine says that such an instance was deleted. */
    static final String REASON = "flow-failed";

    private static final Logger LOG = LoggerFactory.getLogger(FlowFailures.class);
    private static final int DETAIL_LIMIT = 500;

    private final FlowPorts ports;

    FlowFailures(FlowPorts ports) {
        this.ports = ports;
    }

    /** Inside an engine command. */
    void fail(ExecutionEntity execution, String element, String detail) {
        ExecutionEntity root = FlowSubject.root(execution);
        FlowSubject.of(execution).ifPresent(subject -> tell(subject, element, detail));
        end(root, REASON);
    }

    /** Ends the instance with everything that it called. */
    static void end(ExecutionEntity root, String reason) {
        ExecutionManager executions = Context.getCommandContext().getExecutionManager();
        executions.deleteProcessInstance(root.getId(), reason, false, false, true, true, false);
    }

    private void tell(FlowSubject subject, String element, String detail) {
        String shortDetail = detail.length() > DETAIL_LIMIT ? detail.substring(0, DETAIL_LIMIT) : detail;
        Trace trace = new Trace(subject.account().value(), subject.isCall() ? subject.id() : "");
        try (Trace.Scope _ = trace.or(Trace.current()).enter()) {
            LOG.warn("flow failed: account {} subject {} element {}: {}", subject.account(), subject.id(), element,
                    shortDetail);
        }
        if (subject.isCall()) {
            ports.desk()
                    .get()
                    .flowFailed(subject.account(), subject.id(),
                            new InstructionDesk.Failure(subject.rootInstanceId(), element, shortDetail));
        }
    }
}
