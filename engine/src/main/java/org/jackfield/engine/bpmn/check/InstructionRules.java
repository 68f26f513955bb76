package org.jackfield.engine.bpmn.check;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jackfield.engine.flow.FlowProblemCode;
import org.jackfield.engine.flow.InstructionDefinition;
import org.jackfield.engine.flow.InstructionDefinition.Parameter;
import org.jackfield.engine.flow.ParameterType;

/** Each service task is an instruction of ours with inputs that it understands. */
final class InstructionRules {

    private final ModelIndex index;
    private final Problems problems;

    InstructionRules(ModelIndex index, Problems problems) {
        this.index = index;
        this.problems = problems;
    }

    void check(XmlElement task) {
        String expression = task.attribute(Vocabulary.CAMUNDA, "delegateExpression");
        Optional<InstructionDefinition> found = index.instruction(task);
        if (found.isEmpty()) {
            problems.add(task, FlowProblemCode.INSTRUCTION_UNKNOWN, expression);
            return;
        }
        Map<String, XmlElement> inputs = inputs(task);
        InstructionDefinition instruction = found.get();
        inputs.forEach((name, input) -> instruction.parameter(name)
                .ifPresentOrElse(
                        parameter -> value(task, parameter, input),
                        () -> problems.add(task, FlowProblemCode.INPUT_UNKNOWN, name)));
        instruction.parameters()
                .stream()
                .filter(Parameter::required)
                .filter(parameter -> !inputs.containsKey(parameter.name()))
                .forEach(parameter -> problems.add(task, FlowProblemCode.INPUT_MISSING, parameter.name()));
    }

    private static Map<String, XmlElement> inputs(XmlElement task) {
        Map<String, XmlElement> inputs = new HashMap<>();
        task.children(Vocabulary.BPMN, "extensionElements")
                .flatMap(each -> each.children(Vocabulary.CAMUNDA, "inputOutput"))
                .flatMap(each -> each.children(Vocabulary.CAMUNDA, "inputParameter"))
                .forEach(each -> inputs.put(each.attribute("name"), each));
        return inputs;
    }

    private void value(XmlElement task, Parameter parameter, XmlElement input) {
        boolean structured = input.children.stream().anyMatch(child -> child.namespace.equals(Vocabulary.CAMUNDA));
        String text = input.text();
        if (structured) {
            if (parameter.type() != ParameterType.MAP) {
                problems.add(task, FlowProblemCode.INPUT_INVALID, parameter.name() + " is no map or list");
            }
        } else if (text.isEmpty()) {
            if (parameter.required()) {
                problems.add(task, FlowProblemCode.INPUT_MISSING, parameter.name());
            }
        } else if (!ExpressionCheck.isExpression(text) && !parameter.accepts(text)) {
            problems.add(task, FlowProblemCode.INPUT_INVALID,
                    parameter.name() + " must be a " + parameter.type().word() + " " + parameter.choices());
        }
    }
}
