package org.jackfield.engine.work.expression;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition over the attributes of a worker and of a work item, as a tree whose nodes know where in the text they
 * stand (0 is the first character). Immutable; depth and size are bounded by the parser. Evaluation never throws: an
 * absent key is null; a comparison of an array, and a membership in something that is none, is false.
 */
public sealed interface Expression {

    int position();

    /** Whether it holds for the attributes. */
    boolean matches(Attributes attributes);

    /** The position of the first path that starts from there, or empty. */
    OptionalInt firstPathOf(Scope scope);

    /** Whose attributes a path starts from. */
    enum Scope {
        WORKER,
        TASK
    }

    /** What is compared: the worker's attributes and the work item's. Values are strings, numbers, booleans, lists, maps. */
    record Attributes(Map<String, ?> worker, Map<String, ?> task) {

        Map<String, ?> of(Scope scope) {
            return scope == Scope.WORKER ? worker : task;
        }
    }

    /** The text as a tree; a path without a prefix starts from {@code unprefixed}. */
    static Expression parse(String text, Scope unprefixed) {
        return new Parser(text, unprefixed).parse();
    }

    /** True when one of the terms is. */
    record AnyOf(int position, List<Expression> terms) implements Expression {
        @Override
        public boolean matches(Attributes attributes) {
            return terms.stream().anyMatch(term -> term.matches(attributes));
        }

        @Override
        public OptionalInt firstPathOf(Scope scope) {
            return terms.stream().flatMapToInt(term -> term.firstPathOf(scope).stream()).findFirst();
        }
    }

    /** True when all of the terms are. */
    record AllOf(int position, List<Expression> terms) implements Expression {
        @Override
        public boolean matches(Attributes attributes) {
            return terms.stream().allMatch(term -> term.matches(attributes));
        }

        @Override
        public OptionalInt firstPathOf(Scope scope) {
            return terms.stream().flatMapToInt(term -> term.firstPathOf(scope).stream()).findFirst();
        }
    }

    /** Two operands and what is asked of them. */
    record Comparison(int position, Operand left, Operator operator, Operand right) implements Expression {
        @Override
        public boolean matches(Attributes attributes) {
            return operator.holds(left.value(attributes), right.value(attributes));
        }

        @Override
        public OptionalInt firstPathOf(Scope scope) {
            return Stream.of(left, right)
                    .filter(side -> side instanceof Path path && path.scope() == scope)
                    .mapToInt(Operand::position)
                    .findFirst();
        }
    }

    /** One side of a comparison. */
    sealed interface Operand {
        int position();

        @Nullable
        Object value(Attributes attributes);
    }

    /** A constant: text, number, boolean, null or a list of those. */
    record Constant(int position, @Nullable Object constant) implements Operand {
        @Override
        public @Nullable Object value(Attributes attributes) {
            return constant;
        }
    }

    /** A dotted path; each step is a key of a map or an index into a list. */
    record Path(int position, Scope scope, List<Object> steps) implements Operand {
        @Override
        public @Nullable Object value(Attributes attributes) {
            @Nullable
            Object value = attributes.of(scope);
            for (Object step : steps) {
                value = Values.step(value, step);
            }
            return value;
        }
    }
}
