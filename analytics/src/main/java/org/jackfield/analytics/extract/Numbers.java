package org.jackfield.analytics.extract;

/**
 * Reads one number, written ({@code 5,215.62}, {@code 3 million}) or said ({@code a hundred and one}, {@code twenty five hundred},
 * {@code seven and a half}, {@code eight point nine}). Each method answers with the token behind what it read, or with the one that
 * it began at when there is no number.
 */
final class Numbers {

    private static final int LONGEST_VALUE = 15;

    private final Tokens t;
    private long part;

    Numbers(Tokens tokens) {
        t = tokens;
    }

    int read(int i, Amount into) {
        return t.is(i, Kind.NUMBER) ? written(i, into) : said(i, into);
    }

    /** A whole number below a hundred, as clocks and calendars have it. */
    int readSmall(int i, Amount into) {
        if (t.is(i, Kind.NUMBER) && t.length(i) <= 2) {
            into.set(t.value(i));
            return i + 1;
        }
        if (t.is(i, Kind.ZERO, Kind.OH) && t.is(i + 1, Kind.UNIT)) {
            into.set(t.value(i + 1));
            return i + 2;
        }
        int end = t.is(i, Kind.ZERO) ? i + 1 : belowHundred(i);
        into.set(end > i && !t.is(i, Kind.ZERO) ? part : 0);
        return end;
    }

    private int written(int i, Amount into) {
        long value = t.value(i);
        if (value < 0 || t.length(i) > LONGEST_VALUE) {
            return i;
        }
        int at = i + 1;
        while (t.length(i) <= 3 && t.is(at, Kind.COMMA) && t.isGlued(at) && t.is(at + 1, Kind.NUMBER)
                && t.isGlued(at + 1)
                && t.length(at + 1) == 3 && value < Integer.MAX_VALUE) {
            value = value * 1000 + t.value(at + 1);
            at += 2;
        }
        into.set(value);
        if (t.is(at, Kind.DOT) && t.isGlued(at) && t.is(at + 1, Kind.NUMBER) && t.isGlued(at + 1)) {
            decimals(at + 1, into);
            at += 2;
        }
        return scaled(behindFraction(at, into), into);
    }

    private void decimals(int i, Amount into) {
        for (int at = t.start(i); at < t.start(i) + t.length(i); at++) {
            into.appendDecimal(t.text().charAt(at) - '0');
        }
    }

    private int scaled(int at, Amount into) {
        boolean scaled = t.is(at, Kind.SCALE) && (t.length(at) > 1 || t.isGlued(at));
        if (scaled) {
            into.times(t.value(at));
        }
        return scaled ? at + 1 : at;
    }

    private int said(int i, Amount into) {
        int at = t.is(i, Kind.ZERO) && !t.is(i + 1, Kind.UNIT) ? i + 1 : cardinal(i);
        if (at == i) {
            return t.is(i, Kind.POINT) && isDigit(i + 1) ? behindPoint(i, zero(into)) : i;
        }
        into.set(t.is(i, Kind.ZERO) ? 0 : part);
        if (t.is(at, Kind.POINT)) {
            return scaled(behindPoint(at, into), into);
        }
        return behindFraction(at, into);
    }

    private static Amount zero(Amount into) {
        into.set(0);
        return into;
    }

    private int behindPoint(int point, Amount into) {
        int at = point + 1;
        while (isDigit(at)) {
            into.appendDecimal(t.value(at));
            at++;
        }
        int end = at == point + 1 ? belowHundred(at) : at;
        if (end > at) {
            into.appendDecimal(part / 10);
            into.appendDecimal(part % 10);
        } else if (at == point + 1 && t.is(at, Kind.NUMBER)) {
            decimals(at, into);
            return at + 1;
        }
        return end == point + 1 ? point : end;
    }

    private boolean isDigit(int i) {
        return t.is(i, Kind.UNIT) || t.is(i, Kind.ZERO, Kind.OH);
    }

    /** {@code and a half}, {@code and three quarters}, {@code and five eighths}. */
    private int behindFraction(int at, Amount into) {
        if (!t.is(at, Kind.AND)) {
            return at;
        }
        boolean one = t.is(at + 1, Kind.A);
        boolean eighth = one && t.is(at + 2, "eighth");
        if (eighth || ((one || t.is(at + 1, Kind.UNIT)) && t.is(at + 2, Kind.FRACTION))) {
            into.addFraction(one ? 1 : t.value(at + 1), t.value(at + 2));
            return at + 3;
        }
        return at;
    }

    /** Leaves the number in {@link #part}. */
    private int cardinal(int i) {
        long total = 0;
        long last = Long.MAX_VALUE;
        int at = i;
        int begin = i;
        while (true) {
            int end = belowThousand(begin);
            if (end == begin) {
                break;
            }
            if (!t.is(end, Kind.SCALE) || t.length(end) == 1) {
                total += part;
                at = end;
                break;
            }
            if (t.value(end) >= last) {
                break;
            }
            last = t.value(end);
            total += part * last;
            at = end + 1;
            begin = t.is(at, Kind.AND) ? at + 1 : at;
            if (scaleFollows(begin, last)) {
                break;
            }
        }
        part = total;
        return at;
    }

    /** In "four thousand and five thousand" a second number begins. */
    private boolean scaleFollows(int begin, long last) {
        int end = belowThousand(begin);
        return end > begin && t.is(end, Kind.SCALE) && t.value(end) >= last;
    }

    private int belowThousand(int i) {
        boolean article = t.is(i, Kind.A);
        int at = article ? i + 1 : belowHundred(i);
        if (article || at == i) {
            part = 1;
        }
        if (!t.is(at, Kind.HUNDRED)) {
            return article ? (t.is(at, Kind.SCALE) ? at : i) : at;
        }
        long hundreds = part * 100;
        int end = at + 1;
        int begin = t.is(end, Kind.AND) ? end + 1 : end;
        int small = belowHundred(begin);
        if (small > begin && !t.is(small, Kind.HUNDRED)) {
            part += hundreds;
            return small;
        }
        part = hundreds;
        return end;
    }

    private int belowHundred(int i) {
        if (t.is(i, Kind.TENS)) {
            boolean unit = t.is(i + 1, Kind.UNIT);
            part = t.value(i) + (unit ? t.value(i + 1) : 0);
            return unit ? i + 2 : i + 1;
        }
        if (t.is(i, Kind.TEEN, Kind.UNIT)) {
            part = t.value(i);
            return i + 1;
        }
        return i;
    }
}
