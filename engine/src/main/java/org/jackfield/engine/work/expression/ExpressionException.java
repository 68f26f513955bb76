package org.jackfield.engine.work.expression;

/** A text is not an expression; the message says what is wrong and at which character (from 0). */
public final class ExpressionException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int position;

    ExpressionException(int position, String problem) {
        super(problem + " at position " + position);
        this.position = position;
    }

    public int position() {
        return position;
    }
}
