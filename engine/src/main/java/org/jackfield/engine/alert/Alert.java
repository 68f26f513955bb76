package org.jackfield.engine.alert;

import java.time.Instant;
import java.util.Optional;
import org.jackfield.engine.tenant.AccountId;

/** Something went wrong. The code is a number of the error catalogue. */
public record Alert(AccountId account, String id, Cause cause, Optional<String> callId, Instant time) {

    /** How bad it is: an error ended what was going on, a warning did not. */
    public enum Level {
        ERROR,
        WARNING
    }

    /** What went wrong, in words; with the address that was asked, empty when none was. */
    public record Cause(Level level, int code, String text, String requestUrl) {}
}
