package org.jackfield.engine.presence;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How somebody is who can be reached; the earlier outranks the later. */
public enum PresenceStatus {
    /** Wants to be called. */
    AVAILABLE,
    /** Not there at the moment. */
    AWAY,
    /** There, and does not want to be called. */
    BUSY,
    /** Not there, or does not want to be seen. */
    OFFLINE;

    /** The word of the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The status of that word. */
    public static Optional<PresenceStatus> of(String word) {
        return Arrays.stream(values()).filter(status -> status.word().equals(word)).findFirst();
    }
}
