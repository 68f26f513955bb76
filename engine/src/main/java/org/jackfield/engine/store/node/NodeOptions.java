package org.jackfield.engine.store.node;

import java.time.Duration;
import org.jackfield.engine.error.InvalidSettingException;

/**
 * How nodes watch each other.
 *
 * @param lease how long a node may be silent before it is declared lost; it shows itself five times in that time
 */
public record NodeOptions(Duration lease) {

    private static final Duration SHORTEST = Duration.ofMillis(500);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final int BEATS = 5;

    public NodeOptions {
        if (lease.compareTo(SHORTEST) < 0 || lease.compareTo(LONGEST) > 0) {
            throw new InvalidSettingException("jackfield.node.lease", lease.toString(), "500 ms to 10 min");
        }
    }

    Duration beat() {
        return lease.dividedBy(BEATS);
    }
}
