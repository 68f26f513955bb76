package org.jackfield.analytics.extract;

import java.util.Optional;

/**
 * Dates: {@code 3/14}, {@code march 14th}, {@code the fourteenth of march}, {@code june second nineteen eighty four}, {@code next
 * friday}, {@code the twelfth}, {@code tomorrow}.
 */
final class Dates implements Rule {

    private static final String RULE = "date";

    private final CalendarReader calendar;

    Dates(Tokens tokens, Numbers numbers, Amount amount) {
        calendar = new CalendarReader(tokens, numbers, amount);
    }

    @Override
    public int match(Scan scan, int i) {
        Tokens t = scan.tokens;
        return switch (t.kind(i)) {
            case MONTH -> month(scan, i, i);
            case WEEKDAY -> weekday(scan, i, i);
            case RELATIVE, PERIOD -> relative(scan, i);
            case NEXT -> next(scan, i);
            case THE -> t.is(i + 1, "day") ? relative(scan, i) : ordinal(scan, i, i + 1);
            case ORDINAL, TENS -> ordinal(scan, i, i);
            default -> numeric(scan, i);
        };
    }

    private int numeric(Scan scan, int i) {
        int written = calendar.numeric(i);
        int end = written == i && scan.expectation().asks("birth_date") ? calendar.told(i) : written;
        if (end > i) {
            return calendar.date(scan.days()).map(date -> scan.keep(ValueType.DATE, date, i, end, RULE)).orElse(i);
        }
        int month = calendar.dayOfMonth(i);
        return scan.tokens.is(i, Kind.NUMBER) && month > i && scan.tokens.is(month, Kind.MONTH)
                ? dayThenMonth(scan, i, month)
                : i;
    }

    /** A day alone is no answer to the question for an address: a recogniser took "two seventeen" for it. */
    private int month(Scan scan, int from, int i) {
        Tokens t = scan.tokens;
        int day = t.is(i + 1, Kind.THE) || (t.is(i + 1, Kind.DOT) && t.isGlued(i + 1)) ? i + 2 : i + 1;
        int behind = calendar.dayOfMonth(day);
        boolean modal = t.is(i, "may") && t.is(day, Kind.UNIT);
        if (behind > day && !modal && !isClock(t, behind)) {
            int end = calendar.year(behind);
            if (i == 0 && end == t.size() && scan.expectation().asks("street_number")) {
                return from;
            }
            return calendar.date(scan.days(), t.value(i))
                    .map(date -> scan.keep(ValueType.DATE, date, from, end, RULE))
                    .orElse(from);
        }
        boolean alone = t.is(i - 1, Kind.IN) && !t.is(i, "may");
        return alone ? scan.keep(ValueType.DATE, scan.days().month(t.value(i)), from, i + 1, "month") : from;
    }

    private static boolean isClock(Tokens t, int at) {
        return t.is(at, Kind.MERIDIEM, Kind.COLON) && !t.is(at, Kind.OTHER);
    }

    private int weekday(Scan scan, int from, int i) {
        Tokens t = scan.tokens;
        int at = t.is(i + 1, Kind.COMMA, Kind.THE) ? i + 2 : i + 1;
        int longer = t.is(at, Kind.MONTH)
                ? month(scan, from, at)
                : t.is(at, Kind.ORDINAL) ? ordinal(scan, from, at) : from;
        if (longer > from) {
            return longer;
        }
        int ordinal = t.is(i + 1, Kind.THE) ? calendar.ordinal(at) : at;
        if (ordinal > at) {
            Optional<String> day = scan.days().dayOfMonth(calendar.day());
            return scan.keep(ValueType.DATE, day.orElse(t.lower(i, ordinal)), from, ordinal, "day");
        }
        boolean ofWeek = t.is(i + 1, Kind.NEXT) && t.is(i + 2, "week");
        Optional<String> date = ofWeek
                ? scan.days().ofWeek(t.value(i), (int) t.value(i + 1))
                : scan.days().weekday(t.value(i), 0);
        int end = ofWeek ? i + 3 : i + 1;
        return scan.keep(ValueType.DATE, date.orElse(t.lower(i, end)), from, end, "weekday");
    }

    private int next(Scan scan, int i) {
        Tokens t = scan.tokens;
        boolean week = t.is(i + 1, "week") && t.is(i + 2, Kind.WEEKDAY);
        if (week) {
            String date = scan.days().ofWeek(t.value(i + 2), (int) t.value(i)).orElse(t.lower(i, i + 3));
            return scan.keep(ValueType.DATE, date, i, i + 3, "weekday");
        }
        if (t.is(i + 1, Kind.WEEKDAY)) {
            int weeks = t.value(i) < 0 ? -1 : 0;
            String date = scan.days().weekday(t.value(i + 1), weeks).orElse(t.lower(i, i + 2));
            return scan.keep(ValueType.DATE, date, i, i + 2, "weekday");
        }
        boolean lastNight = t.value(i) < 0 && t.is(i + 1, "night");
        return lastNight ? scan.keep(ValueType.DATE, scan.days().from(-1).orElse("last night"), i, i + 2, RULE) : i;
    }

    private int relative(Scan scan, int i) {
        Tokens t = scan.tokens;
        int day = t.is(i, Kind.THE) ? i + 1 : i;
        if (t.is(day, "day")) {
            boolean after = t.is(day + 1, Kind.PAST) && t.is(day + 2, "tomorrow");
            return after
                    ? scan.keep(ValueType.DATE, scan.days().from(2).orElse("day after tomorrow"), i, day + 3, RULE)
                    : i;
        }
        if (t.is(i, Kind.RELATIVE) && !Courtesy.isToday(t, i)) {
            int from = t.is(i - 1, "later") ? i - 1 : i;
            String date = scan.days().from(t.value(i)).orElse(t.lower(i, i + 1));
            return scan.keep(ValueType.DATE, date, from, i + 1, RULE);
        }
        return i;
    }

    private int ordinal(Scan scan, int from, int i) {
        Tokens t = scan.tokens;
        int behind = calendar.ordinal(i);
        if (behind == i) {
            return from;
        }
        int at = t.is(behind, Kind.OF) ? behind + 1 : behind;
        if (t.is(at, Kind.MONTH)
                && !(t.is(at, "may") && at == behind && !t.is(from, Kind.THE) && t.is(at + 1, Kind.OTHER))) {
            return dayThenMonth(scan, from, at);
        }
        if (at > behind && t.is(at, Kind.NEXT, Kind.THE) && t.is(at + 1, "month")) {
            int months = t.is(at, Kind.NEXT) ? (int) t.value(at) : 0;
            return scan.days()
                    .ofMonth(months, calendar.day())
                    .map(date -> scan.keep(ValueType.DATE, date, from, at + 2, RULE))
                    .orElse(from);
        }
        return isDay(scan, from, behind)
                ? scan.keep(ValueType.DATE, scan.days().dayOfMonth(calendar.day()).orElse(t.lower(from, behind)), from,
                        behind, "day")
                : from;
    }

    private int dayThenMonth(Scan scan, int from, int month) {
        int end = calendar.year(scan.tokens.is(month + 1, Kind.COMMA) ? month + 2 : month + 1);
        int behind = end == month + 2 && scan.tokens.is(month + 1, Kind.COMMA) ? month + 1 : end;
        return calendar.date(scan.days(), scan.tokens.value(month))
                .map(date -> scan.keep(ValueType.DATE, date, from, behind, RULE))
                .orElse(from);
    }

    /** Whether a bare ordinal means a day: "the first one" does not, "on the first" and "the fifteenth" at an end do. */
    private static boolean isDay(Scan scan, int from, int behind) {
        Tokens t = scan.tokens;
        boolean counts = t.is(behind, Kind.STREET) || t.is(behind + 1, Kind.STREET) || t.is(behind, Kind.OF)
                || t.has(behind, Word.COUNTED) || t.is(behind, Kind.ACCOUNT);
        boolean lead = t.has(from - 1, Word.DATE_LEAD);
        if (counts || (!t.is(from, Kind.THE) && !(lead && t.length(from) <= 4))) {
            return false;
        }
        boolean strong = t.is(from - 1, "on") || t.is(from - 1, "by") || t.is(from - 1, "until")
                || t.is(from - 1, "till");
        return strong || isEnd(t, behind)
                || ((lead || scan.expectation().expects(ValueType.DATE)) && t.has(behind, Word.PLAIN));
    }

    private static boolean isEnd(Tokens t, int at) {
        return t.is(at, Kind.END) || t.is(at, Kind.MARK) || t.is(at, Kind.DOT, Kind.COMMA) || t.is(at, Kind.AT)
                || t.is(at, Kind.DAYPART) || t.is(at, "please");
    }
}
