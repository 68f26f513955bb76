package org.jackfield.engine.bpmn;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.jackfield.engine.call.InstructionDesk.Ending;

/** Tells the desk that the flow of a call ended: what is left of the call is hung up. */
final class FlowEndListener implements ExecutionListener {

    private final FlowPorts ports;

    FlowEndListener(FlowPorts ports) {
        this.ports = ports;
    }

    @Override
    public void notify(DelegateExecution delegate) {
        ExecutionEntity instance = (ExecutionEntity) delegate;
        boolean failed = FlowFailures.REASON.equals(instance.getDeleteReason());
        if (instance.getSuperExecution() != null || failed) {
            return;
        }
        FlowSubject.of(instance)
                .filter(FlowSubject::isCall)
                .ifPresent(
                        subject -> ports.desk()
                                .get()
                                .flowEnded(subject.account(), subject.id(),
                                        new Ending(instance.getId(), endEvent(instance))));
    }

    private static String endEvent(ExecutionEntity instance) {
        return instance.getDeleteReason() == null ? ElementEvents.current().lastEndEvent() : "";
    }
}
