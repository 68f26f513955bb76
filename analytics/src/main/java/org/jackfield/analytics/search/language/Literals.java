package org.jackfield.analytics.search.language;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers, times and lengths of time as people write them. Each is a range: a day is all of its milliseconds. Empty for what is
 * none.
 */
final class Literals {

    private static final Pattern FIGURE = Pattern.compile(
            "[$€£¥]?(-?\\d{1,3}(?:,\\d{3}){1,3}|-?\\d{1,12})(\\.\\d{1,6})?%?");
    private static final Pattern LENGTH = Pattern.compile("(?:(\\d{1,4})h)?(?:(\\d{1,5})m)?(?:(\\d{1,7})s?)?");
    private static final long SECOND = 1_000;
    private static final int MINUTE = 60;
    private static final int HOUR = 3_600;
    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    private Literals() {}

    /** Millionths. */
    static Optional<Range> amount(String text) {
        return figure(text).map(ValueTest::millionths).map(number -> new Range(number, number));
    }

    /** Thousandths of a percent. */
    static Optional<Range> percent(String text) {
        return figure(text).map(number -> number.movePointRight(3).longValue()).map(part -> new Range(part, part));
    }

    private static Optional<BigDecimal> figure(String text) {
        Matcher form = FIGURE.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String rest = form.group(2) == null ? "" : form.group(2);
        return Optional.of(new BigDecimal(form.group(1).replace(",", "") + rest));
    }

    /** Milliseconds, the whole last second: {@code 90}, {@code 90s}, {@code 5m}, {@code 1h30m}. */
    static Optional<Range> length(String text) {
        Matcher form = LENGTH.matcher(text);
        if (text.isEmpty() || !form.matches()) {
            return Optional.empty();
        }
        long seconds = number(form.group(1)) * HOUR + number(form.group(2)) * MINUTE + number(form.group(3));
        return Optional.of(new Range(seconds * SECOND, seconds * SECOND + SECOND - 1));
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    /** Milliseconds of the Unix epoch: a year, a month, a day, or a minute of a day. */
    static Optional<Range> time(String text, ZoneId zone) {
        try {
            if (text.length() > DAY) {
                LocalDateTime minute = LocalDateTime.parse(text);
                boolean exact = text.chars().filter(each -> each == ':').count() > 1;
                return Optional.of(between(minute, exact ? minute.plusSeconds(1) : minute.plusMinutes(1), zone));
            }
            return days(text).map(days -> between(LocalDate.ofEpochDay(days.low()).atStartOfDay(),
                    LocalDate.ofEpochDay(days.high() + 1).atStartOfDay(), zone));
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    /** Days of the Unix epoch: a year, a month or a day. */
    static Optional<Range> days(String text) {
        try {
            return switch (text.length()) {
                case YEAR -> Optional.of(days(Year.parse(text).atDay(1), Year.parse(text).plusYears(1).atDay(1)));
                case MONTH -> Optional.of(days(YearMonth.parse(text).atDay(1), YearMonth.parse(text)
                        .plusMonths(1)
                        .atDay(1)));
                case DAY -> Optional.of(days(LocalDate.parse(text), LocalDate.parse(text).plusDays(1)));
                default -> Optional.empty();
            };
        } catch (DateTimeException none) {
            return Optional.empty();
        }
    }

    private static Range days(LocalDate first, LocalDate after) {
        return new Range(first.toEpochDay(), after.toEpochDay() - 1);
    }

    private static Range between(LocalDateTime first, LocalDateTime after, ZoneId zone) {
        return new Range(first.atZone(zone).toInstant().toEpochMilli(), after.atZone(zone).toInstant().toEpochMilli()
                - 1);
    }
}
