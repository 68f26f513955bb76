package org.jackfield.engine.work;

import java.time.Duration;
import java.util.Set;

/** What was written lately in the workspaces of all accounts, whoever owns them. Joins the open unit of work. Thread-safe. */
@FunctionalInterface
public interface RecentChanges {

    /** A row as a signal would tell of it. Two states of it differ in {@code version}. */
    record Change(WorkSignals.Signal signal, long version) {}

    /** Items that wait, workers and queues written within the time, by the store's clock. */
    Set<Change> within(Duration time);
}
