package org.jackfield.analytics.extract;

import java.util.EnumSet;
import java.util.Set;

/**
 * Times of day: {@code 8:45 am}, {@code eight forty five a m}, {@code half past three}, {@code quarter to two in the afternoon},
 * {@code seventeen hundred}, {@code midnight}. Without a half of the day one to six is the afternoon, as shops and offices mean it.
 */
final class Times implements Rule {

    private static final String RULE = "time";
    private static final int NONE = -1;
    private static final int OFFICE = -2;

    private static final Set<ValueType> TIME = EnumSet.of(ValueType.TIME);

    private final Tokens t;
    private final Cues cues;
    private final Numbers numbers;
    private final Amount amount;
    private long hour;
    private long minute;
    private boolean whole;
    private long half;

    Times(Scan scan, Cues cues) {
        t = scan.tokens;
        numbers = scan.numbers;
        amount = scan.amount;
        this.cues = cues;
    }

    @Override
    public int match(Scan scan, int i) {
        return switch (t.kind(i)) {
            case NOON -> scan.keep(ValueType.TIME, noon(i), i, i + 1, RULE);
            case DAYPART -> daypartFirst(scan, i);
            case FRACTION -> past(scan, i, i);
            case A -> t.is(i + 1, Kind.FRACTION) ? past(scan, i, i + 1) : i;
            default -> clock(scan, i);
        };
    }

    /** Midnight that ends a span is the end of the day. */
    private String noon(int i) {
        boolean ends = t.is(i - 1, Kind.TO) || t.is(i - 1, "until") || t.is(i - 1, "till");
        return t.value(i) == 0 && ends ? "24:00" : form(t.value(i), 0);
    }

    /** {@code morning eleven thirty}. */
    private int daypartFirst(Scan scan, int i) {
        int end = hourAndMinute(i + 1);
        if (end == i + 1 || t.is(end, Kind.PERIOD) || !isTime() || t.is(i, "night")) {
            return i;
        }
        int behind = suffix(end);
        return keep(scan, i, behind > end ? behind : end, behind > end ? half : t.value(i));
    }

    /** {@code half past three}, {@code a quarter to two}. */
    private int past(Scan scan, int from, int i) {
        boolean after = t.is(i + 1, Kind.PAST);
        if (!after && !t.is(i + 1, Kind.TO) && !t.is(i + 1, "of")) {
            return from;
        }
        int end = numbers.readSmall(i + 2, amount);
        hour = amount.whole();
        long minutes = 60 / t.value(i);
        if (end == i + 2 || hour < 1 || hour > 12) {
            return from;
        }
        hour = after ? hour : (hour + 10) % 12 + 1;
        minute = after ? minutes : 60 - minutes;
        int behind = suffix(end);
        return keep(scan, from, behind, behind > end ? half : OFFICE);
    }

    private int clock(Scan scan, int i) {
        int end = hourAndMinute(i);
        if (end == i) {
            return i;
        }
        int behind = isTime() ? suffix(end) : end;
        if (behind == end && !whole) {
            int bare = bare(scan, i, end);
            if (bare > i) {
                return bare;
            }
            end = hour(i);
            behind = suffix(end);
        }
        if (behind == end) {
            return !whole ? i : isSpan(i, end) ? keep(scan, i, end, OFFICE) : bare(scan, i, end);
        }
        return isTime() ? keep(scan, i, behind, half) : i;
    }

    /** The first of "from nine to five thirty". */
    private boolean isSpan(int i, int end) {
        boolean from = (t.is(i - 1, "from") || t.is(i - 1, "between")) && (t.is(end, Kind.TO) || t.is(end, Kind.AND));
        if (!from || !isTime()) {
            return false;
        }
        long first = hour;
        int second = hourAndMinute(end + 1);
        boolean time = second > end + 1 && isTime() && (!whole || suffix(second) > second);
        hour = first;
        minute = 0;
        return time;
    }

    private int bare(Scan scan, int i, int end) {
        boolean colon = t.is(i + 1, Kind.COLON) && t.isGlued(i + 1);
        boolean sum = scan.expectation().first(ValueType.MONEY);
        boolean lead = t.has(i - 1, Word.TIME_LEAD) || scan.expectation().expects(ValueType.TIME)
                || (!whole && !sum && cues.label(new Query(i, end, TIME, 0, true), scan.expectation()).isPresent());
        boolean unit = t.is(end, Kind.CURRENCY, Kind.PERCENT) || t.is(end, Kind.PERIOD) || t.is(end, Kind.SCALE)
                || t.is(end, Kind.STREET)
                || t.is(end, Kind.UNIT) || t.is(end, Kind.TENS, Kind.TEEN) || t.is(end, Kind.ZERO, Kind.OH)
                || t.is(end, Kind.POINT)
                || t.is(end, Kind.NUMBER) || t.is(end, Kind.HUNDRED) || t.is(end, Kind.AND);
        boolean asked = whole && scan.expectation().first(ValueType.TIME) && t.size() <= end + 1
                && (i == 0 || t.has(i - 1, Word.TIME_LEAD));
        if (!isTime() || !(colon || (lead && !unit && !whole) || (asked && !unit))) {
            return i;
        }
        return keep(scan, i, end, hour > 12 || hour == 0 ? NONE : OFFICE);
    }

    private int hour(int i) {
        int end = numbers.readSmall(i, amount);
        hour = end > i ? amount.whole() : 99;
        minute = 0;
        whole = true;
        return end;
    }

    private int hourAndMinute(int i) {
        if (t.is(i, Kind.NUMBER) && (t.length(i) == 3 || t.length(i) == 4)) {
            hour = t.value(i) / 100;
            minute = t.value(i) % 100;
            whole = false;
            return suffix(i + 1) > i + 1 && !t.is(i + 1, Kind.OCLOCK) && isTime() ? i + 1 : i;
        }
        int at = hour(i);
        if (at == i) {
            return i;
        }
        if (t.is(at, Kind.HUNDRED)) {
            boolean clock = hour >= 10 && suffix(at + 1) >= at + 1 && hour <= 24;
            whole = !clock;
            return clock ? at + 1 : at;
        }
        int begin = t.is(at, Kind.COLON) || (t.is(at, Kind.DOT) && t.isGlued(at) && t.isGlued(at + 1)) ? at + 1 : at;
        int end = numbers.readSmall(begin, amount);
        boolean minutes = end > begin && (amount.whole() >= 10 || end == begin + 2 || t.length(begin) == 2)
                && amount.whole() < 60;
        if (minutes) {
            minute = amount.whole();
            whole = false;
        }
        return minutes ? end : at;
    }

    private boolean isTime() {
        return hour <= 24 && minute < 60;
    }

    /** {@code p m}, {@code o'clock}, {@code in the evening}; leaves the half of the day that it says. */
    private int suffix(int i) {
        half = OFFICE;
        int at = i;
        int o = t.is(at, "o") || t.is(at, Kind.OH) ? at + 1 : at;
        int word = o > at && t.is(o, Kind.SYMBOL) ? o + 1 : o;
        boolean clock = t.is(word, Kind.OCLOCK);
        if (clock) {
            at = word + 1;
        }
        if (t.is(at, Kind.MERIDIEM)) {
            return half(t.value(at), at + 1);
        }
        int letters = letters(at);
        if (letters > at) {
            return half(t.is(at, "p") ? 12 : 0, letters);
        }
        int daypart = t.is(at, Kind.IN) && t.is(at + 1, Kind.THE)
                ? at + 2
                : t.is(at, Kind.AT) && t.is(at + 1, "night")
                        ? at + 1
                        : t.is(at, Kind.IN) ? at + 1 : at;
        if (t.is(daypart, Kind.DAYPART) && (daypart > at || clock)) {
            return half(t.value(daypart), daypart + 1);
        }
        return at;
    }

    private int letters(int at) {
        if (!t.is(at, "a") && !t.is(at, "p")) {
            return at;
        }
        int m = t.is(at + 1, Kind.DOT) ? at + 2 : at + 1;
        if (!t.is(m, "m")) {
            return at;
        }
        return m == at + 2 && t.is(m + 1, Kind.DOT) && t.isGlued(m + 1) ? m + 2 : m + 1;
    }

    private int half(long value, int end) {
        half = value;
        return end;
    }

    private int keep(Scan scan, int from, int to, long halfOfDay) {
        return scan.keep(ValueType.TIME, form(hourOfDay(halfOfDay), minute), from, to, RULE);
    }

    private long hourOfDay(long halfOfDay) {
        if (halfOfDay == NONE || hour > 12) {
            return hour % 24;
        }
        if (halfOfDay == OFFICE) {
            return hour < 7 ? hour + 12 : hour;
        }
        boolean night = halfOfDay == 13;
        if (night && (hour == 12 || hour < 5)) {
            return hour % 12;
        }
        return hour % 12 + (halfOfDay > 0 ? 12 : 0);
    }

    private static String form(long hours, long minutes) {
        char[] form = {(char) ('0' + hours / 10), (char) ('0' + hours % 10), ':', (char) ('0' + minutes / 10),
            (char) ('0' + minutes % 10)};
        return new String(form);
    }
}
