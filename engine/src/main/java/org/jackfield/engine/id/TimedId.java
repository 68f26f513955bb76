package org.jackfield.engine.id;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * The place of an entry in a list that is ordered by a time and, where times are equal, by the id. As text it is what
 * {@link Paging} starts after: microseconds in hexadecimal, then the id, so that texts are ordered as the entries are.
 */
public record TimedId(Instant time, String id) {

    private static final int DIGITS = 16;

    /** Before all entries. */
    public static final TimedId FIRST = new TimedId(Instant.EPOCH, "");
    /** After all entries. */
    public static final TimedId LAST = new TimedId(Instant.parse("9999-01-01T00:00:00Z"), "");

    public TimedId {
        time = time.truncatedTo(ChronoUnit.MICROS);
    }

    /**
     * Reads a text; the empty one is {@link #FIRST}.
     *
     * @throws IllegalArgumentException it is none that {@link #text} wrote
     */
    public static TimedId parse(String text) {
        if (text.isEmpty()) {
            return FIRST;
        }
        if (text.length() < DIGITS) {
            throw new IllegalArgumentException("no time and id: " + text);
        }
        Instant time = Instant.EPOCH.plus(HexFormat.fromHexDigitsToLong(text, 0, DIGITS), ChronoUnit.MICROS);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LAST.time())) {
            throw new IllegalArgumentException("no time that an entry has: " + text);
        }
        return new TimedId(time, text.substring(DIGITS));
    }

    /** As text. */
    public String text() {
        return HexFormat.of().toHexDigits(ChronoUnit.MICROS.between(Instant.EPOCH, time)) + id;
    }
}
