package org.jackfield.engine.work.expression;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A condition over the attributes of a worker and of a work item, as a tree whose nodes know where in the text they
 * stand (0 is the first character). Immutable and thread-safe; depth and size are bounded by the parser. Evaluation never
 * throws: an absent key is null; a comparison of an array, and a membership in something that is none, is false, and
 * {@link #explain} says so.
 */
public sealed interface Expression {

    int position();

    /** Whether it holds for the facts. */
    boolean matches(Facts facts);

    /** Every path in it, in the order of the text. */
    Stream<Path> paths();

    /** Whether it holds, and which comparisons decided that, with the values seen. */
    default Explanation explain(Facts facts) {
        return Explainer.explain(this, facts);
    }

    /** What is left to ask once the facts of these scopes are known: their paths are replaced by their values. */
    default Expression given(Facts facts, Set<Scope> known) {
        return Substitution.of(facts, known).apply(this);
    }

    /** What is allowed and hardly meant: that it can never be true. */
    default List<Warning> warnings() {
        return Contradictions.in(this);
    }

    /** Whether no facts at all make it true; no is also said where that is too much to find out. */
    default boolean isNeverTrue() {
        return Contradictions.refutes(this);
    }

    /** The same for all expressions that differ in blanks, quotes and needless parentheses only; parses to the same tree. */
    default String text() {
        return Texts.of(this);
    }

    /** Whether a path of the scope is in it. */
    default boolean reads(Scope scope) {
        return paths().anyMatch(path -> path.scope() == scope);
    }

    /**
     * The text as a tree; a path without a prefix starts from {@code unprefixed}.
     *
     * @throws ExpressionException what is wrong, and where
     */
    static Expression parse(String text, Scope unprefixed) {
        return new Parser(text, unprefixed).parse();
    }

    /** True for everything, or for nothing. */
    record Always(int position, boolean holds) implements Expression {
        @Override
        public boolean matches(Facts facts) {
            return holds;
        }

        @Override
        public Stream<Path> paths() {
            return Stream.empty();
        }
    }

    /** True when one of the terms is. */
    record AnyOf(int position, List<Expression> terms) implements Expression {
        @Override
        public boolean matches(Facts facts) {
            for (Expression term : terms) {
                if (term.matches(facts)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public Stream<Path> paths() {
            return terms.stream().flatMap(Expression::paths);
        }
    }

    /** True when all of the terms are. */
    record AllOf(int position, List<Expression> terms) implements Expression {
        @Override
        public boolean matches(Facts facts) {
            for (Expression term : terms) {
                if (!term.matches(facts)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public Stream<Path> paths() {
            return terms.stream().flatMap(Expression::paths);
        }
    }

    /** True when the term is not. */
    record Not(int position, Expression term) implements Expression {
        @Override
        public boolean matches(Facts facts) {
            return !term.matches(facts);
        }

        @Override
        public Stream<Path> paths() {
            return term.paths();
        }
    }

    /** Two operands and what is asked of them. */
    record Comparison(int position, Operand left, Operator operator, Operand right) implements Expression {
        @Override
        public boolean matches(Facts facts) {
            return operator.holds(left.value(facts), right.value(facts));
        }

        @Override
        public Stream<Path> paths() {
            return Stream.of(left, right)
                    .flatMap(side -> side instanceof Path path ? Stream.of(path) : Stream.empty());
        }
    }

    /** One side of a comparison. */
    sealed interface Operand {
        int position();

        @Nullable
        Object value(Facts facts);
    }

    /** A constant: text, number, boolean, null or a list of those. */
    record Constant(int position, @Nullable Object constant) implements Operand {
        @Override
        public @Nullable Object value(Facts facts) {
            return constant;
        }
    }

    /** A dotted path; each step is a key of a map or an index into a list. */
    record Path(int position, Scope scope, List<Object> steps) implements Operand {
        @Override
        public @Nullable Object value(Facts facts) {
            @Nullable
            Object value = facts.of(scope);
            for (Object step : steps) {
                value = Values.step(value, step);
            }
            return value;
        }

        /** As a text names it, prefix and all. */
        public String text() {
            return Texts.of(this);
        }
    }
}
