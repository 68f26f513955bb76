package org.jackfield.engine.unit;

/** The database cannot be reached or gave no connection in time; nothing was written. */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StoreUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}
