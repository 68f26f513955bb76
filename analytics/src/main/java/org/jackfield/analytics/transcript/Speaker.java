package org.jackfield.analytics.transcript;

import java.util.Locale;

/** Who said a turn. */
public enum Speaker {
    AGENT,
    CUSTOMER,
    /** A machine: an announcement, or a note of what an agent did on his screen. */
    SYSTEM;

    /** The word of files and of the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException no speaker has this word */
    public static Speaker of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
