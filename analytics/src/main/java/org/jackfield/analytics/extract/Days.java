package org.jackfield.analytics.extract;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;

/**
 * Dates as seen from the day of the conversation. Without that day what is relative stays unresolved, and a date without its year
 * has the form {@code --03-14} of ISO 8601.
 */
record Days(Optional<LocalDate> today) {

    static final Days UNKNOWN = new Days(Optional.empty());

    private static final int CENTURY = 100;

    Optional<String> from(long daysFromToday) {
        return today.map(day -> day.plusDays(daysFromToday).toString());
    }

    /** The weekday that comes next, today not counted; {@code weeks} later. */
    Optional<String> weekday(long weekday, int weeks) {
        return today
                .map(day -> day.with(TemporalAdjusters.next(DayOfWeek.of((int) weekday))).plusWeeks(weeks).toString());
    }

    /** The weekday of this week (0), the next one (1); a week begins on Monday. */
    Optional<String> ofWeek(long weekday, int weeks) {
        return today.map(day -> day.plusWeeks(weeks).with(DayOfWeek.of((int) weekday)).toString());
    }

    /** The next day with this number, today counted. */
    Optional<String> dayOfMonth(long number) {
        return today.flatMap(day -> {
            LocalDate month = day.getDayOfMonth() <= number ? day : day.plusMonths(1);
            return ofYear(month.getYear(), month.getMonthValue(), number);
        });
    }

    Optional<String> ofMonth(int months, long number) {
        return today.flatMap(
                day -> ofYear(day.plusMonths(months).getYear(), day.plusMonths(months).getMonthValue(), number));
    }

    /** A day whose year was not said: the nearest one. */
    Optional<String> nearest(long month, long number) {
        if (month < 1 || month > 12 || number < 1 || number > 31) {
            return Optional.empty();
        }
        if (today.isEmpty()) {
            return Optional.of(String.format("--%02d-%02d", month, number));
        }
        LocalDate day = today.get();
        Optional<String> best = Optional.empty();
        long distance = Long.MAX_VALUE;
        for (int year = day.getYear() - 1; year <= day.getYear() + 1; year++) {
            Optional<String> candidate = ofYear(year, month, number);
            long away = candidate.map(LocalDate::parse).map(day::until).isEmpty()
                    ? Long.MAX_VALUE
                    : Math.abs(ChronoUnit.DAYS.between(day, LocalDate.parse(candidate.get())));
            if (away < distance) {
                best = candidate;
                distance = away;
            }
        }
        return best;
    }

    static Optional<String> ofYear(long year, long month, long number) {
        try {
            return Optional.of(LocalDate.of((int) year, (int) month, (int) number).toString());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The month alone: {@code 2020-03}, or {@code --03}. */
    String month(long month) {
        return today.map(day -> String.format("%d-%02d", day.getYear(), month)).orElse(String.format("--%02d", month));
    }

    /** Two digits of a year mean the last one that has been. */
    long year(long digits) {
        if (digits >= CENTURY) {
            return digits;
        }
        long thisYear = today.map(LocalDate::getYear).orElse(2020) % CENTURY;
        return digits > thisYear + 5 ? 1900 + digits : 2000 + digits;
    }
}
