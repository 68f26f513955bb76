package org.jackfield.engine.event;

import java.time.Instant;
import java.util.Map;
import org.jackfield.engine.tenant.AccountId;

/**
 * A published event. {@code seq} counts 1, 2, 3, ... within (account, key) in commit order; {@code position} is the place
 * in the stream, given to committed events only, never reused, growing.
 */
public record Event(String id, long position, AccountId account, String key, long seq, String type, Instant time,
        Map<String, ?> data) {
    public Event {
        data = Map.copyOf(data);
    }
}
