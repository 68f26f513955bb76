package org.jackfield.app.api;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Dates as existing SDKs parse them: RFC 2822 in the 2010 API, ISO 8601 elsewhere; both in whole seconds of UTC. */
final class Times {

    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter
            .ofPattern("EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    static String rfc2822(Instant instant) {
        return RFC_2822.format(instant);
    }

    static String iso8601(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
