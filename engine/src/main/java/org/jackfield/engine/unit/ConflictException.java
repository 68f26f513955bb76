package org.jackfield.engine.unit;

/** Two transactions met; this one wrote nothing and may be run again as it is. */
public final class ConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ConflictException(String message, Throwable cause) {
        super(message, cause);
    }

    public ConflictException(String message) {
        super(message);
    }
}
