package org.jackfield.engine.call;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/**
 * A recording of a call. {@code callId} is the root; {@code file} is the name of the WAV in the folder of recordings;
 * {@code workItem} is set when an agent's conversation was recorded. It is {@code in-progress} until the file is complete;
 * {@code absent} when the node died and left no sound.
 */
public record Recording(AccountId account, String id, String callId, Optional<String> workItem, Status status,
        String file, Duration duration, int channels, Instant created) {

    /** How far it is. */
    public enum Status {
        IN_PROGRESS,
        COMPLETED,
        FAILED,
        ABSENT
    }
}
