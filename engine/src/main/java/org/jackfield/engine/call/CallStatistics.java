package org.jackfield.engine.call;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jackfield.engine.tenant.AccountId;

/** Counts calls over time, for charts. Joins the open unit of work. Thread-safe. */
@FunctionalInterface
public interface CallStatistics {

    /**
     * What happened to the calls that came or were made within one step of time.
     *
     * @param calls root calls that began
     * @param notAnswered those of them that nobody, not even a flow, answered
     * @param queued callers who were put into a queue
     * @param connected those of them who talked with an agent
     * @param abandoned those who left, or were cancelled, before
     */
    record Step(Instant start, long calls, long notAnswered, long queued, long connected, long abandoned) {}

    /** The steps from an instant (rounded down to a step) until another, those without a call too. */
    List<Step> steps(AccountId account, Instant from, Instant to, Duration step);
}
