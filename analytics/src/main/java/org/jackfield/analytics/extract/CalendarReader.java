package org.jackfield.analytics.extract;

import java.util.Optional;

/** Reads the parts of a date: days, years, numeric dates. What it read lies in it until the next reading. */
final class CalendarReader {

    private static final int LAST_DAY = 31;

    private final Tokens t;
    private final Numbers numbers;
    private final Amount amount;
    private long year;
    private long month;
    private long day;

    CalendarReader(Tokens tokens, Numbers numbers, Amount amount) {
        t = tokens;
        this.numbers = numbers;
        this.amount = amount;
    }

    long day() {
        return day;
    }

    /** {@code fourteenth}, {@code 14th}, {@code twenty first}. */
    int ordinal(int i) {
        year = -1;
        if (t.is(i, Kind.ORDINAL)) {
            day = t.value(i);
            return day >= 1 && day <= LAST_DAY ? i + 1 : i;
        }
        if (t.is(i, Kind.TENS) && t.is(i + 1, Kind.ORDINAL) && t.value(i + 1) < 10) {
            day = t.value(i) + t.value(i + 1);
            return day <= LAST_DAY ? i + 2 : i;
        }
        return i;
    }

    /** An ordinal or a plain number that a month can have. */
    int dayOfMonth(int i) {
        int behind = ordinal(i);
        if (behind == i) {
            behind = numbers.readSmall(i, amount);
            day = amount.whole();
        }
        return behind > i && day >= 1 && day <= LAST_DAY ? behind : i;
    }

    /** A year behind a day; leaves none when there is none. */
    int year(int i) {
        year = -1;
        int at = t.is(i, Kind.COMMA) ? i + 1 : i;
        if (t.is(at, Kind.NUMBER)) {
            return t.length(at) == 4 && isYear(t.value(at)) ? yearTo(t.value(at), at + 1) : i;
        }
        int pairs = pairs(at);
        if (pairs > at) {
            return pairs;
        }
        int behind = t.is(at, Kind.UNIT) && t.is(at + 1, Kind.SCALE) ? numbers.read(at, amount) : at;
        return behind > at && isYear(amount.whole()) && !amount.isBroken() ? yearTo(amount.whole(), behind) : i;
    }

    /** {@code nineteen eighty four}, {@code twenty nineteen}, {@code nineteen oh five}. */
    int pairs(int i) {
        boolean century = (t.is(i, Kind.TEEN) && t.value(i) == 19) || (t.is(i, Kind.TENS) && t.value(i) == 20);
        if (!century || t.is(i + 1, Kind.UNIT)) {
            return i;
        }
        if (t.is(i + 1, Kind.HUNDRED)) {
            return yearTo(t.value(i) * 100, i + 2);
        }
        int behind = numbers.readSmall(i + 1, amount);
        return behind > i + 1 && !isUnit(behind) ? yearTo(t.value(i) * 100 + amount.whole(), behind) : i;
    }

    /** What makes the number before it something else than a year. */
    private boolean isUnit(int at) {
        return t.is(at, Kind.MERIDIEM, Kind.CURRENCY) || t.is(at, Kind.PERCENT, Kind.PERIOD)
                || ((t.is(at, "a") || t.is(at, "p")) && t.is(at + 1, "m"));
    }

    private int yearTo(long value, int behind) {
        year = value;
        return behind;
    }

    long year() {
        return year;
    }

    static boolean isYear(long value) {
        return value >= 1880 && value < 2100;
    }

    /** {@code 9/23/1985}, {@code 3/14}, {@code 2019-03-14}, {@code nine slash twenty three slash nineteen eighty five}. */
    int numeric(int i) {
        int second = behindPart(i, Kind.SLASH);
        if (second == i) {
            return iso(i);
        }
        long first = amount.whole();
        int end = numbers.readSmall(second, amount);
        if (end == second) {
            return i;
        }
        order(first, amount.whole());
        year = -1;
        if (t.is(end, Kind.SLASH)) {
            int behind = yearOrTwoDigits(end + 1);
            return behind > end + 1 ? behind : i;
        }
        return month <= 12 && t.isGlued(end - 1) ? end : i;
    }

    /** {@code oh three fourteen eighty two}, {@code 03141982}: a date that was asked for; the month comes first. */
    int told(int i) {
        if (t.is(i, Kind.NUMBER) && t.length(i) == 8) {
            order(t.value(i) / 1_000_000, t.value(i) / 10_000 % 100);
            year = t.value(i) % 10_000;
            return isYear(year) && month >= 1 && month <= 12 ? i + 1 : i;
        }
        int second = numbers.readSmall(i, amount);
        long first = amount.whole();
        int third = second > i ? numbers.readSmall(second, amount) : i;
        if (third <= second) {
            return i;
        }
        order(first, amount.whole());
        int end = year(third);
        if (end == third) {
            end = numbers.readSmall(third, amount);
            year = amount.whole();
        }
        boolean over = numbers.readSmall(end, amount) == end;
        return over && end > third && month >= 1 && month <= 12 && day >= 1 ? end : i;
    }

    private int behindPart(int i, Kind separator) {
        int end = numbers.readSmall(i, amount);
        return end > i && t.is(end, separator) ? end + 1 : i;
    }

    private int yearOrTwoDigits(int i) {
        int behind = year(i);
        if (behind == i && t.is(i, Kind.NUMBER) && t.length(i) == 2) {
            year = t.value(i);
            return i + 1;
        }
        return behind;
    }

    private int iso(int i) {
        boolean dashes = t.is(i, Kind.NUMBER) && t.is(i + 1, Kind.DASH) && t.is(i + 2, Kind.NUMBER)
                && t.is(i + 3, Kind.DASH)
                && t.is(i + 4, Kind.NUMBER) && t.length(i + 2) <= 2 && t.isGlued(i + 1) && t.isGlued(i + 4);
        if (!dashes) {
            return i;
        }
        if (t.length(i) == 4 && t.length(i + 4) <= 2) {
            year = t.value(i);
            month = t.value(i + 2);
            day = t.value(i + 4);
            return i + 5;
        }
        if (t.length(i) <= 2 && (t.length(i + 4) == 4 || t.length(i + 4) == 2)) {
            order(t.value(i), t.value(i + 2));
            year = t.value(i + 4);
            return i + 5;
        }
        return i;
    }

    /** The month comes first unless it cannot be one. */
    private void order(long first, long second) {
        month = first > 12 ? second : first;
        day = first > 12 ? first : second;
    }

    Optional<String> date(Days days) {
        return date(days, month);
    }

    Optional<String> date(Days days, long inMonth) {
        return year < 0 ? days.nearest(inMonth, day) : Days.ofYear(days.year(year), inMonth, day);
    }
}
