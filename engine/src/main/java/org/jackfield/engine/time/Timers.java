package org.jackfield.engine.time;

import java.time.Duration;

/**
 * Runs something later, on this node, in memory: lost when the node dies. Thread-safe. Tests tick a manual twin.
 */
public interface Timers {

    /**
     * Runs the task once after the delay, on a timer thread: the task must only put something into a mailbox and return.
     */
    Timer after(Duration delay, Runnable task);

    /** A pending task. */
    @FunctionalInterface
    interface Timer {
        /** Forgets the task; no effect when it ran already. */
        void cancel();
    }
}
