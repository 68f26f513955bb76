package org.jackfield.analytics.extract;

import java.util.List;

/**
 * Sums of money whose currency is said: {@code $5,215.62}, {@code two dollars and thirty one cents}, {@code a hundred bucks}; also the
 * first of {@code four thousand and five thousand dollars}. Sums without a currency are the matter of {@link Bare}.
 */
final class Money implements Rule {

    static final List<String> CURRENCIES = List.of("USD", "EUR", "GBP");

    private static final String RULE = "money";

    @Override
    public int match(Scan scan, int i) {
        Tokens t = scan.tokens;
        if (t.is(i, Kind.SIGN)) {
            int end = scan.numbers.read(i + 1, scan.amount);
            return end > i + 1 ? keep(scan, i, end, t.value(i)) : i;
        }
        int end = one(scan, i);
        if (end == i) {
            return i;
        }
        if (t.is(end, Kind.CURRENCY, Kind.SIGN)) {
            return withCents(scan, i, end);
        }
        if (t.is(end, Kind.CENTS)) {
            return scan.keep(ValueType.MONEY, form(scan.amount.whole(), 0), i, end + 1, RULE);
        }
        return range(scan, i, end);
    }

    /** The number of units; "a dollar" is one. */
    private static int one(Scan scan, int i) {
        if (scan.tokens.is(i, Kind.A) && scan.tokens.is(i + 1, Kind.CURRENCY)) {
            scan.amount.set(1);
            return i + 1;
        }
        return scan.numbers.read(i, scan.amount);
    }

    private static int withCents(Scan scan, int from, int unit) {
        Tokens t = scan.tokens;
        long currency = t.value(unit);
        long hundredths = scan.amount.hundredths();
        boolean and = t.is(unit + 1, Kind.AND);
        int begin = and ? unit + 2 : unit + 1;
        int end = scan.numbers.read(begin, scan.amount);
        boolean cents = end > begin && scan.amount.whole() < 100 && !scan.amount.isBroken()
                && (t.is(end, Kind.CENTS)
                        || (!and && (isLoose(t, begin, end) || (t.is(from, Kind.A) && t.is(begin, Kind.TENS)))));
        if (cents) {
            int behind = t.is(end, Kind.CENTS) ? end + 1 : end;
            return scan.keep(ValueType.MONEY, form(hundredths + scan.amount.whole(), currency), from, behind, RULE);
        }
        return scan.keep(ValueType.MONEY, form(hundredths, currency), from, unit + 1, RULE);
    }

    /** "Nineteen dollars ninety five": nothing of its own stands behind, and it has two digits. */
    private static boolean isLoose(Tokens t, int begin, int end) {
        return (t.is(begin, Kind.TENS) || t.is(begin, Kind.TEEN))
                && (t.is(end, Kind.END) || t.is(end, Kind.MARK) || t.is(end, Kind.DOT, Kind.COMMA)
                        || t.word(end).has(Word.PLAIN));
    }

    /** {@code between four thousand and five thousand dollars}. */
    private static int range(Scan scan, int from, int to) {
        Tokens t = scan.tokens;
        boolean joined = t.is(to, Kind.AND, Kind.TO) || t.is(to, Kind.DASH) || t.is(to, "or");
        if (!joined) {
            return from;
        }
        long hundredths = scan.amount.hundredths();
        int end = scan.numbers.read(to + 1, scan.amount);
        return end > to + 1 && t.is(end, Kind.CURRENCY) && scan.amount.hundredths() > hundredths
                ? scan.keep(ValueType.MONEY, form(hundredths, t.value(end)), from, to, "money-range")
                : from;
    }

    private static int keep(Scan scan, int from, int to, long currency) {
        int end = scan.tokens.is(to, Kind.CURRENCY) ? to + 1 : to;
        return scan.keep(ValueType.MONEY, form(scan.amount.hundredths(), currency), from, end, RULE);
    }

    static String form(long hundredths, long currency) {
        String cents = Long.toString(100 + hundredths % 100).substring(1);
        return hundredths / 100 + "." + cents + " " + CURRENCIES.get((int) currency);
    }
}
