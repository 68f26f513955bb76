package org.jackfield.analytics.extract;

/** Telephone numbers that begin with an area code in brackets: {@code (977) 625-2661}. */
final class Phones implements Rule {

    private static final int AREA = 3;

    @Override
    public int match(Scan scan, int i) {
        Tokens t = scan.tokens;
        if (!t.is(i + 1, Kind.NUMBER) || t.length(i + 1) != AREA || !t.is(i + 2, Kind.CLOSE)) {
            return i;
        }
        int end = scan.digits.read(i + 3, false);
        String number = t.lower(i + 1, i + 2) + scan.digits.text();
        return number.length() == 10 ? scan.keep(ValueType.PHONE, number, i, end, "phone") : i;
    }
}
