package org.jackfield.engine.event;

import java.util.List;

/**
 * Where events are written: in the caller's unit of work, so that what is published was committed. Thread-safe.
 */
public interface EventLog {

    /** Appends in the open transaction; the sequence number of each key is taken there. */
    void append(List<NewEvent> events);

    /** Appends one. */
    default void append(NewEvent event) {
        append(List.of(event));
    }
}
