package org.jackfield.analytics.extract;

/** {@code thirty six month}, {@code five business days}, {@code half an hour}, {@code two and a half years}. */
final class Durations implements Rule {

    private static final String[] FORMS = {"", "PT%sS", "PT%sM", "PT%sH", "P%sD", "P%sW", "P%sM", "P%sY"};
    /** How many of the next smaller unit that a form has make one. */
    private static final int DAY = 4;
    private static final int MONTH = 6;
    private static final long[] SMALLER = {1, 1, 60, 60, 24, 7, 30, 12};

    @Override
    public int match(Scan scan, int i) {
        Tokens t = scan.tokens;
        if (t.is(i, Kind.FRACTION) || (t.is(i, Kind.A) && t.is(i + 1, Kind.FRACTION))) {
            return part(scan, i);
        }
        if (t.is(i, Kind.A) && t.is(i + 1, Kind.PERIOD)) {
            return oneAndAHalf(scan, i);
        }
        int end = scan.numbers.read(i, scan.amount);
        int unit = end > i ? behindAdjective(t, end) : i;
        if (end == i || !t.is(unit, Kind.PERIOD)) {
            return i;
        }
        return scan.keep(ValueType.DURATION, form(scan.amount, t.value(unit)), i, unit + 1, "duration");
    }

    private static int part(Scan scan, int i) {
        Tokens t = scan.tokens;
        int half = t.is(i, Kind.A) ? i + 1 : i;
        int unit = t.is(half + 1, Kind.A) ? half + 2 : half + 1;
        if (!t.is(unit, Kind.PERIOD) || t.value(unit) == 1) {
            return i;
        }
        scan.amount.set(0);
        scan.amount.addFraction(1, t.value(half));
        return scan.keep(ValueType.DURATION, form(scan.amount, t.value(unit)), i, unit + 1, "duration");
    }

    private static int oneAndAHalf(Scan scan, int i) {
        Tokens t = scan.tokens;
        if (!t.is(i + 2, Kind.AND) || !t.is(i + 3, Kind.A) || !t.is(i + 4, Kind.FRACTION)) {
            return i;
        }
        scan.amount.set(1);
        scan.amount.addFraction(1, t.value(i + 4));
        return scan.keep(ValueType.DURATION, form(scan.amount, t.value(i + 1)), i, i + 5, "duration");
    }

    private static int behindAdjective(Tokens t, int i) {
        return switch (t.word(i).text()) {
            case "business", "working", "calendar", "full", "more", "whole" -> i + 1;
            default -> t.is(i, Kind.DASH) && t.isGlued(i) ? i + 1 : i;
        };
    }

    private static String form(Amount amount, long unit) {
        int at = (int) unit;
        if (amount.isBroken() && at > 1) {
            amount.times(SMALLER[at]);
            at = at == MONTH ? DAY : at - 1;
        }
        return FORMS[at].replace("%s", Long.toString(amount.whole()));
    }
}
