package org.jackfield.engine.flow;

import java.util.List;
import java.util.Optional;

/**
 * What a model can tell a call: the instruction's name as it stands in {@code camunda:delegateExpression="${name}"}, its
 * parameters, its results and the BPMN errors that it may end with. {@code waits} says whether the element is left only
 * with an outcome. From this list come the check at deployment, the engine's behaviour, the element templates and the
 * reference page.
 */
public record InstructionDefinition(String name, String purpose, boolean waits, List<Parameter> parameters,
        List<Result> results, List<String> errors) {

    /** An instruction that ends with an outcome. */
    public static InstructionDefinition waiting(String name, String purpose, List<Parameter> parameters,
            List<Result> results, List<String> errors) {
        return new InstructionDefinition(name, purpose, true, parameters, results, errors);
    }

    public InstructionDefinition {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
        errors = List.copyOf(errors);
    }

    /**
     * An input. {@code defaultText} is what the instruction takes when the model leaves the input out, as text;
     * {@code choices}, when not empty, are the only values.
     */
    public record Parameter(String name, ParameterType type, String purpose, boolean required,
            Optional<String> defaultText, List<String> choices) {
        public Parameter {
            choices = List.copyOf(choices);
        }

        /** One that the model has to give. */
        public static Parameter required(String name, ParameterType type, String purpose) {
            return new Parameter(name, type, purpose, true, Optional.empty(), List.of());
        }

        /** One without which nothing is assumed. */
        public static Parameter optional(String name, ParameterType type, String purpose) {
            return new Parameter(name, type, purpose, false, Optional.empty(), List.of());
        }

        /** One that has a value when the model leaves it out. */
        public static Parameter withDefault(String name, ParameterType type, String defaultText, String purpose) {
            return new Parameter(name, type, purpose, false, Optional.of(defaultText), List.of());
        }

        /** One of few words; the first is the default. */
        public static Parameter oneOf(String name, List<String> choices, String purpose) {
            return new Parameter(name, ParameterType.TEXT, purpose, false, Optional.of(choices.getFirst()), choices);
        }

        /** Whether constant text in a model is a value of this parameter. */
        public boolean accepts(String text) {
            return type.accepts(text) && (choices.isEmpty() || choices.contains(text));
        }
    }

    /** A named value that {@code camunda:outputParameter} can read while the element is left. */
    public record Result(String name, String purpose) {}

    public Optional<Parameter> parameter(String parameterName) {
        return parameters.stream().filter(parameter -> parameter.name().equals(parameterName)).findFirst();
    }
}
