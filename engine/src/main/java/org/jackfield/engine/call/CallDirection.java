package org.jackfield.engine.call;

import java.util.Locale;

/** Who began a leg. */
public enum CallDirection {
    INBOUND,
    /** Through the API. */
    OUTBOUND_API,
    /** By an instruction of a running call. */
    OUTBOUND_DIAL;

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word in the database, in events and on the wire: {@code outbound-api}. */
    public String text() {
        return text;
    }

    public static CallDirection of(String text) {
        return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
