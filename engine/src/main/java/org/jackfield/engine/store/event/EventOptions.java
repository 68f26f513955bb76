package org.jackfield.engine.store.event;

import java.time.Duration;
import org.jackfield.engine.error.InvalidSettingException;

/**
 * How the event log is run.
 *
 * @param keep how long an event can be read; then it is deleted
 * @param poll how often the relay and the watches look for what another node did; this node's own events go at once
 */
public record EventOptions(Duration keep, Duration poll) {

    private static final Duration SHORTEST_KEEP = Duration.ofHours(1);
    private static final Duration SHORTEST_POLL = Duration.ofMillis(10);
    private static final Duration LONGEST_POLL = Duration.ofSeconds(10);

    public EventOptions {
        if (keep.compareTo(SHORTEST_KEEP) < 0) {
            throw new InvalidSettingException("jackfield.events.keep", keep.toString(), "one hour or more");
        }
        if (poll.compareTo(SHORTEST_POLL) < 0 || poll.compareTo(LONGEST_POLL) > 0) {
            throw new InvalidSettingException("jackfield.events.poll", poll.toString(), "10 ms to 10 s");
        }
    }

    /** 30 days, 100 ms. */
    public static EventOptions defaults() {
        return new EventOptions(Duration.ofDays(30), Duration.ofMillis(100));
    }
}
