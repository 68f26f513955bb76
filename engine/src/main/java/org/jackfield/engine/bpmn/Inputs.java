package org.jackfield.engine.bpmn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.core.variable.mapping.InputParameter;
import org.jackfield.engine.flow.InstructionDefinition;
import org.jackfield.engine.flow.InstructionDefinition.Parameter;
import org.jackfield.engine.flow.ParameterType;

/** Evaluates and checks the inputs of an instruction: what was an expression is known only now. */
final class Inputs {

    private static final int TEXT_LIMIT = 16 * 1024;

    private Inputs() {}

    static Map<String, Object> evaluate(InstructionDefinition definition, List<InputParameter> inputs,
            VariableScope scope) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (InputParameter input : inputs) {
            Object value = input.getValueProvider().getValue(scope);
            if (value != null && !value.equals("")) {
                values.put(input.getName(), value);
            }
        }
        definition.parameters().forEach(parameter -> check(definition, parameter, values));
        return values;
    }

    private static void check(InstructionDefinition definition, Parameter parameter, Map<String, Object> values) {
        Object value = values.get(parameter.name());
        if (value == null) {
            if (parameter.required()) {
                throw new ModelFailureException(definition.name() + " has no value for '" + parameter.name() + "'");
            }
            return;
        }
        if (!isOf(parameter, value)) {
            throw new ModelFailureException(definition.name() + ": the value of '" + parameter.name() + "' is no "
                    + parameter.type().word());
        }
    }

    private static boolean isOf(Parameter parameter, Object value) {
        if (parameter.type() == ParameterType.MAP) {
            return value instanceof Map;
        }
        boolean plain = value instanceof String || value instanceof Number || value instanceof Boolean;
        String text = plain ? wholeNumber(value) : "";
        return plain && text.length() <= TEXT_LIMIT && parameter.accepts(text);
    }

    private static String wholeNumber(Object value) {
        return value instanceof Double number && number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString(number.longValue())
                : value.toString();
    }
}
