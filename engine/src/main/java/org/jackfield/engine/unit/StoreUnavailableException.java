package org.jackfield.engine.unit;

/**
 * The database cannot be reached or gave no connection in time. Nothing was written, unless {@link #isOutcomeUnknown}: then the
 * answer to the commit was lost and the database did not come back in time to tell.
 */
public final class StoreUnavailableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean outcomeUnknown;

    public StoreUnavailableException(String message, Throwable cause) {
        this(message, cause, false);
    }

    private StoreUnavailableException(String message, Throwable cause, boolean outcomeUnknown) {
        super(message, cause);
        this.outcomeUnknown = outcomeUnknown;
    }

    /** The database went away during a commit; whether it was written is not known. */
    public static StoreUnavailableException unknownOutcome(Throwable cause) {
        return new StoreUnavailableException("the database went away during a commit: it may be written or not", cause,
                true);
    }

    /** Whether the changes may be there all the same: look before writing them again. */
    public boolean isOutcomeUnknown() {
        return outcomeUnknown;
    }
}
