package org.jackfield.engine.work.expression;

/** A text is not an expression; the message says what is wrong and at which character (from 0). */
public final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What kind of mistake it is, and what helps. */
    public enum Kind {
        SYNTAX("Compare a path with a value, and join comparisons with AND, OR and NOT."),
        HYPHENATED_NAME("Name the attribute with an underscore, in the expression and in the attributes."),
        WRONG_TYPE("HAS asks a list on its left, IN a list on its right; everything else compares single values."),
        TOO_LARGE("Split the expression, or ask for membership in a list instead of many alternatives.");

        private final String remedy;

        Kind(String remedy) {
            this.remedy = remedy;
        }

        public String remedy() {
            return remedy;
        }
    }

    private final Kind kind;
    private final String problem;
    private final int position;

    ExpressionException(Kind kind, int position, String problem) {
        super(problem + " at position " + position);
        this.kind = kind;
        this.problem = problem;
        this.position = position;
    }

    public Kind kind() {
        return kind;
    }

    /** What is wrong, without the position. */
    public String problem() {
        return problem;
    }

    public int position() {
        return position;
    }
}
