package org.jackfield.engine.work;

import java.util.Locale;
import org.jackfield.engine.state.TransitionTable;

/** The states of a work item, and the one table of what leads from one to the next. */
public enum WorkItemState {
    /** Waits in its queue. */
    PENDING,
    /** A worker, or several, are being offered it. */
    RESERVED,
    /** A worker accepted it. */
    ASSIGNED,
    /** The conversation is over, the worker finishes what is left to do. */
    WRAPPING,
    COMPLETED,
    CANCELED;

    /** What happens to a work item. */
    public enum Trigger {
        RESERVE,
        /** Its policy has another place for it. */
        REROUTE,
        /** The last open offer came to nothing. */
        RELEASE,
        /** One of several open offers came to nothing. */
        WITHDRAW,
        ACCEPT,
        WRAP_UP,
        COMPLETE,
        CANCEL,
        EXPIRE
    }

    public static final TransitionTable<WorkItemState, Trigger> TABLE = TransitionTable
            .<WorkItemState, Trigger>startingAt(PENDING)
            .row(PENDING, Trigger.RESERVE, RESERVED)
            .row(PENDING, Trigger.REROUTE, PENDING)
            .row(PENDING, Trigger.CANCEL, CANCELED)
            .row(PENDING, Trigger.EXPIRE, CANCELED)
            .row(RESERVED, Trigger.RESERVE, RESERVED)
            .row(RESERVED, Trigger.RELEASE, PENDING)
            .row(RESERVED, Trigger.WITHDRAW, RESERVED)
            .row(RESERVED, Trigger.ACCEPT, ASSIGNED)
            .row(RESERVED, Trigger.CANCEL, CANCELED)
            .row(ASSIGNED, Trigger.WRAP_UP, WRAPPING)
            .row(ASSIGNED, Trigger.COMPLETE, COMPLETED)
            .row(WRAPPING, Trigger.COMPLETE, COMPLETED)
            .build();

    /** The word of the table, the events and the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static WorkItemState of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
