package org.jackfield.app.api;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jackfield.engine.time.Span;

/** Dates as existing SDKs parse them: RFC 2822 in the 2010 API, ISO 8601 elsewhere; both in whole seconds of UTC. */
final class Times {

    private static final DateTimeFormatter RFC_2822 = DateTimeFormatter
            .ofPattern("EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Times() {}

    /**
     * The span that a filter asks for: {@code NAME} a whole day of UTC, {@code NAME>} from a day or an instant on,
     * {@code NAME<} up to it.
     */
    static Span span(Params params, String name) {
        Optional<Instant> day = instant(params, name);
        return new Span(day.or(() -> instant(params, name + ">")),
                day.map(start -> start.plus(Duration.ofDays(1))).or(() -> instant(params, name + "<")));
    }

    static Optional<Instant> instant(Params params, String name) {
        return params.text(name).map(text -> {
            try {
                return text.contains("T")
                        ? OffsetDateTime.parse(text).toInstant()
                        : LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            } catch (DateTimeParseException malformed) {
                throw Params.invalid(name, "is not a date such as 2026-01-31 or 2026-01-31T10:00:00Z");
            }
        });
    }

    static String rfc2822(Instant instant) {
        return RFC_2822.format(instant);
    }

    static String iso8601(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
