package org.jackfield.engine.work;

import java.util.Locale;
import org.jackfield.engine.state.TransitionTable;

/** The states of a reservation, and the one table of what leads from one to the next. */
public enum ReservationState {
    /** The worker is being offered the item. */
    PENDING,
    ACCEPTED,
    REJECTED,
    TIMEOUT,
    /** The item was cancelled meanwhile. */
    CANCELED,
    /** The platform took the offer back: the item goes to somebody else. */
    RESCINDED,
    WRAPPING,
    COMPLETED;

    /** What happens to a reservation. */
    public enum Trigger {
        ACCEPT,
        REJECT,
        TIME_OUT,
        CANCEL,
        RESCIND,
        WRAP_UP,
        COMPLETE
    }

    public static final TransitionTable<ReservationState, Trigger> TABLE = TransitionTable
            .<ReservationState, Trigger>startingAt(PENDING)
            .row(PENDING, Trigger.ACCEPT, ACCEPTED)
            .row(PENDING, Trigger.REJECT, REJECTED)
            .row(PENDING, Trigger.TIME_OUT, TIMEOUT)
            .row(PENDING, Trigger.CANCEL, CANCELED)
            .row(PENDING, Trigger.RESCIND, RESCINDED)
            .row(ACCEPTED, Trigger.WRAP_UP, WRAPPING)
            .row(ACCEPTED, Trigger.COMPLETE, COMPLETED)
            .row(WRAPPING, Trigger.COMPLETE, COMPLETED)
            .build();

    /** Whether it takes one of the worker's places on its medium. */
    public boolean isOpen() {
        return !TABLE.isFinal(this);
    }

    /** The word of the table and the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static ReservationState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
