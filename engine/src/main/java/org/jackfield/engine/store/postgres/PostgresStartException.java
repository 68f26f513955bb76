package org.jackfield.engine.store.postgres;

/** The embedded server cannot be unpacked, made or started; the message says why. */
public final class PostgresStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PostgresStartException(String message) {
        super(message);
    }

    public PostgresStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
