package org.jackfield.engine.call.instruction;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An instruction as an analyst sees it: the name after {@code ${...}} in the model, what it takes, what it gives and how it
 * can fail. Models are validated against it, and element templates and the reference page are made from it. Immutable.
 */
public record InstructionDefinition(String name, String purpose, List<Parameter> parameters, List<Result> results,
        Set<FlowError> errors) {

    public InstructionDefinition {
        parameters = List.copyOf(parameters);
        results = List.copyOf(results);
        errors = Set.copyOf(errors);
    }

    /** What a parameter holds; in a model it is written as text, an expression may give the typed value. */
    public enum ValueType {
        TEXT,
        /** A whole number, not negative. */
        INTEGER,
        BOOLEAN,
        /** An ISO 8601 duration such as {@code PT5S}, or a number of seconds. */
        DURATION,
        /** Names to strings, numbers, booleans, lists and maps. */
        MAP
    }

    /**
     * An input. Empty default: nothing is assumed when it is missing. {@code choices} lists the allowed values when there
     * are only some.
     */
    public record Parameter(String name, ValueType type, boolean required, Optional<String> defaultValue,
            List<String> choices, String purpose) {
        public Parameter {
            choices = List.copyOf(choices);
        }

        static Parameter required(String name, ValueType type, String purpose) {
            return new Parameter(name, type, true, Optional.empty(), List.of(), purpose);
        }

        static Parameter optional(String name, ValueType type, String purpose) {
            return new Parameter(name, type, false, Optional.empty(), List.of(), purpose);
        }

        static Parameter defaulted(String name, ValueType type, String defaultValue, String purpose) {
            return new Parameter(name, type, false, Optional.of(defaultValue), List.of(), purpose);
        }
    }

    /** A named result that the model can keep in a variable. */
    public record Result(String name, ValueType type, String purpose) {}

    public Optional<Parameter> parameter(String wanted) {
        return parameters.stream().filter(parameter -> parameter.name().equals(wanted)).findFirst();
    }

    public Optional<Result> result(String wanted) {
        return results.stream().filter(result -> result.name().equals(wanted)).findFirst();
    }
}
