package org.jackfield.analytics.extract;

/**
 * Sums as people say them without their unit: {@code eighty nine ninety nine} is 89.99, {@code one eighty six oh three} 186.03,
 * {@code six forty} 640, {@code nine ninety nine} 9.99.
 */
final class Prices {

    private final Tokens t;
    private final Numbers numbers;
    private final Amount amount;
    private long hundredths;

    Prices(Tokens tokens, Numbers numbers, Amount amount) {
        t = tokens;
        this.numbers = numbers;
        this.amount = amount;
    }

    /**
     * The token behind the price that begins at {@code i}, or {@code i}.
     *
     * @param certain whether something else says that it is a sum; otherwise only what ends as prices do is one
     */
    int read(int i, boolean certain) {
        int first = group(i, false);
        if (first == i || t.is(i, Kind.NUMBER)) {
            return i;
        }
        long one = amount.whole();
        int second = group(first, true);
        if (second == first) {
            return i;
        }
        long two = amount.whole();
        int third = group(second, true);
        if (third > second && one < 10 && two >= 10) {
            return sum((one * 100 + two) * 100 + amount.whole(), third, certain);
        }
        boolean cents = one >= 10 || isRetail(two) || t.is(first, Kind.OH) || t.is(first, Kind.ZERO);
        return third > second
                ? i
                : sum(cents ? one * 100 + two : (one * 100 + two) * 100, second, certain || two == 99);
    }

    /** The cents of shops: 4.59, 9.99, 12.95. */
    private static boolean isRetail(long two) {
        return two % 10 == 9 || two == 95;
    }

    private int sum(long value, int end, boolean certain) {
        hundredths = value;
        return certain ? end : -1;
    }

    /** A number below a hundred; as cents it has two digits. */
    private int group(int i, boolean two) {
        int end = numbers.readSmall(i, amount);
        boolean fits = !two || amount.whole() >= 10 || end == i + 2;
        return fits && !t.is(end, Kind.HUNDRED) && !t.is(end, Kind.SCALE) ? end : i;
    }

    String form() {
        return Money.form(hundredths, 0);
    }
}
