package org.jackfield.engine.bpmn;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.bpmn.behavior.AbstractBpmnActivityBehavior;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.jackfield.engine.call.InstructionDesk;
import org.jackfield.engine.call.InstructionOutcome.Done;
import org.jackfield.engine.flow.InstructionDefinition;

/**
 * A service task that tells the call something and waits for the outcome. Inputs are read without becoming variables;
 * results are visible to the output parameters only. What the model names as delegate expression is never evaluated.
 */
final class InstructionBehavior extends AbstractBpmnActivityBehavior {

    private final InstructionDefinition definition;
    private final FlowPorts ports;
    private List<InputParameter> inputs = List.of();

    InstructionBehavior(InstructionDefinition definition, FlowPorts ports) {
        this.definition = definition;
        this.ports = ports;
    }

    /** The inputs of the element, taken over from the engine while the model is parsed. */
    void readInputs(List<InputParameter> parameters) {
        inputs = List.copyOf(parameters);
    }

    @Override
    public void execute(ActivityExecution execution) {
        ExecutionEntity entity = (ExecutionEntity) execution;
        FlowSubject subject = FlowSubject.of(entity)
                .orElseThrow(() -> new ModelFailureException("the process instance runs for no call"));
        Map<String, Object> parameters = Inputs.evaluate(definition, inputs, entity);
        if (definition.waits()) {
            String id = ports.desk()
                    .get()
                    .issue(new InstructionDesk.Request(subject.account(), subject.id(),
                            definition.name(), parameters, execution.getActivity().getId(), execution.getId()));
            OpenInstruction.set(entity, id);
        } else {
            ElementEvents.current().add(OwnEvent.of(subject, parameters));
            leave(execution);
        }
    }

    @Override
    public void signal(ActivityExecution execution, String signalName, Object outcome) throws Exception {
        if (outcome instanceof Done done) {
            done.values()
                    .forEach(
                            (name, value) -> execution.setVariableLocal(name, Variables.untypedValue(value, true)));
            leave(execution);
        } else {
            super.signal(execution, signalName, outcome);
        }
    }

    /** Takes the instruction back when the element is left without its outcome. */
    void withdrawIfOpen(ExecutionEntity execution) {
        OpenInstruction.take(execution)
                .ifPresent(id -> FlowSubject.of(execution)
                        .ifPresent(subject -> ports.desk().get().withdraw(subject.account(), id)));
    }
}
