package org.jackfield.engine.call;

import java.util.Locale;
import org.jackfield.engine.state.TransitionTable;

/**
 * The state of a leg as the API presents it. {@link #TABLE} is the whole state machine: a leg waits to be sent, rings, is
 * talked on, and ends in one of five ways.
 */
public enum CallStatus {
    QUEUED,
    RINGING,
    IN_PROGRESS,
    COMPLETED,
    BUSY,
    FAILED,
    NO_ANSWER,
    CANCELED;

    /** What moves a leg. */
    public enum Trigger {
        RINGS,
        ANSWERED,
        ENDED,
        FOUND_BUSY,
        NOT_ANSWERED,
        FAILS,
        GIVEN_UP
    }

    /** Every allowed move; anything else is dropped. */
    public static final TransitionTable<CallStatus, Trigger> TABLE = TransitionTable
            .<CallStatus, Trigger>startingAt(QUEUED)
            .row(QUEUED, Trigger.RINGS, RINGING)
            .row(QUEUED, Trigger.ANSWERED, IN_PROGRESS)
            .row(QUEUED, Trigger.FOUND_BUSY, BUSY)
            .row(QUEUED, Trigger.NOT_ANSWERED, NO_ANSWER)
            .row(QUEUED, Trigger.FAILS, FAILED)
            .row(QUEUED, Trigger.GIVEN_UP, CANCELED)
            .row(RINGING, Trigger.ANSWERED, IN_PROGRESS)
            .row(RINGING, Trigger.FOUND_BUSY, BUSY)
            .row(RINGING, Trigger.NOT_ANSWERED, NO_ANSWER)
            .row(RINGING, Trigger.FAILS, FAILED)
            .row(RINGING, Trigger.GIVEN_UP, CANCELED)
            .row(IN_PROGRESS, Trigger.ENDED, COMPLETED)
            .row(IN_PROGRESS, Trigger.FAILS, FAILED)
            .build();

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word in the database, in events and on the wire: {@code in-progress}. */
    public String text() {
        return text;
    }

    public boolean isFinal() {
        return TABLE.isFinal(this);
    }

    /** The state with that word. */
    public static CallStatus of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
