package org.jackfield.analytics.extract;

/** {@code 8.9 %}, {@code seven and a half percent}, {@code half a percent}, and the first of {@code three to four percent}. */
final class Percents implements Rule {

    private static final String RULE = "percent";

    @Override
    public int match(Scan scan, int i) {
        Tokens t = scan.tokens;
        if (t.is(i, Kind.FRACTION)) {
            return part(scan, i);
        }
        int end = scan.numbers.read(i, scan.amount);
        if (end == i) {
            return i;
        }
        int unit = behindUnit(t, end);
        if (unit > end) {
            return scan.keep(ValueType.PERCENT, scan.amount.plain(), i, unit, RULE);
        }
        if (!t.is(end, Kind.TO, Kind.AND) && !t.is(end, Kind.DASH) && !t.is(end, "or")) {
            return i;
        }
        String first = scan.amount.plain();
        int second = scan.numbers.read(end + 1, scan.amount);
        return second > end + 1 && behindUnit(t, second) > second
                ? scan.keep(ValueType.PERCENT, first, i, end, "percent-range")
                : i;
    }

    private static int part(Scan scan, int i) {
        Tokens t = scan.tokens;
        int unit = t.is(i + 1, Kind.A) ? i + 2 : t.is(i + 1, Kind.OF) && t.is(i + 2, Kind.A) ? i + 3 : i + 1;
        int end = behindUnit(t, unit);
        if (end == unit) {
            return i;
        }
        scan.amount.set(0);
        scan.amount.addFraction(1, t.value(i));
        return scan.keep(ValueType.PERCENT, scan.amount.plain(), i, end, RULE);
    }

    private static int behindUnit(Tokens t, int i) {
        if (t.is(i, Kind.PERCENT)) {
            return i + 1;
        }
        return t.is(i, "per") && t.is(i + 1, Kind.CENTUM) ? i + 2 : i;
    }
}
