package org.jackfield.analytics.extract;

import java.util.Locale;

/**
 * A house number with its street: {@code fourteen twenty west alder avenue}. The house number is kept as digits too, so that who only
 * wants the number has it.
 */
final class Addresses implements Rule {

    private static final int LONGEST_NAME = 5;

    @Override
    public int match(Scan scan, int i) {
        Tokens t = scan.tokens;
        int run = scan.digits.read(i, false);
        String told = scan.digits.text();
        int cardinal = scan.numbers.read(i, scan.amount);
        int number = Math.max(run, cardinal);
        if (number == i) {
            return i;
        }
        int street = street(t, number);
        if (street == number) {
            return i;
        }
        String house = cardinal > run || (cardinal == run && !t.is(i, Kind.NUMBER) && told.length() > 2)
                ? scan.amount.plain()
                : told;
        scan.keep(new Scan.Found(ValueType.DIGITS, house, i, number, java.util.Optional.of("street_number"), "house"));
        int end = unit(t, street);
        String form = house + " " + t.lower(number, end).toLowerCase(Locale.ROOT);
        return scan.keep(ValueType.ADDRESS, form, i, end, "street");
    }

    private static int street(Tokens t, int number) {
        for (int at = number; at <= number + LONGEST_NAME; at++) {
            if (t.is(at, Kind.STREET)) {
                return at > number ? at + 1 : number;
            }
            if (!isOfName(t, at)) {
                return number;
            }
        }
        return number;
    }

    private static boolean isOfName(Tokens t, int at) {
        return switch (t.kind(at)) {
            case OTHER -> !t.word(at).has(Word.PLAIN) || t.word(at).has(Word.SURNAME);
            case ORDINAL, LETTER, MONTH, A -> true;
            case DOT -> t.isGlued(at);
            default -> false;
        };
    }

    private static int unit(Tokens t, int street) {
        int at = t.is(street, Kind.COMMA) || t.is(street, Kind.DOT) ? street + 1 : street;
        boolean unit = t.is(at, "suite") || t.is(at, "apartment") || t.is(at, "apt") || t.is(at, "unit")
                || t.is(at, Kind.HASH);
        return unit && (t.is(at + 1, Kind.NUMBER) || t.is(at + 1, Kind.TENS) || t.is(at + 1, Kind.UNIT))
                ? at + 2
                : street;
    }
}
