package org.jackfield.analytics.extract;

/** A decimal number that is read into again and again: {@code unscaled} times ten to the power of minus {@code scale}. */
final class Amount {

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000,
        1_000_000_000};
    private static final long LARGEST = 1_000_000_000_000L;

    private long unscaled;
    private int scale;
    private boolean fraction;

    void set(long value) {
        unscaled = value;
        scale = 0;
        fraction = false;
    }

    /** Puts a decimal digit behind; those behind the ninth are dropped. */
    void appendDecimal(long digit) {
        fraction = true;
        if (scale < POWERS.length - 1 && unscaled < LARGEST) {
            unscaled = unscaled * 10 + digit;
            scale++;
        }
    }

    /** Adds a part of one whole: a half, three eighths. */
    void addFraction(long numerator, long denominator) {
        if (unscaled < LARGEST) {
            unscaled = unscaled * 1000 + numerator * 1000 / denominator;
            scale += 3;
        }
        fraction = true;
    }

    void times(long factor) {
        if (unscaled < LARGEST && factor <= POWERS[9]) {
            unscaled = unscaled * factor;
        }
    }

    /** Whether it was said with decimals or a fraction: such a number is no count and no digits of an account. */
    boolean isBroken() {
        return fraction;
    }

    long whole() {
        return unscaled / POWERS[scale];
    }

    /** Rounded down. */
    long hundredths() {
        return scale < 2 ? unscaled * POWERS[2 - scale] : unscaled / POWERS[scale - 2];
    }

    /** Without trailing zeros behind the point. */
    String plain() {
        long value = unscaled;
        int places = scale;
        while (places > 0 && value % 10 == 0) {
            value /= 10;
            places--;
        }
        if (places == 0) {
            return Long.toString(value);
        }
        String decimals = Long.toString(POWERS[places] + value % POWERS[places]).substring(1);
        return value / POWERS[places] + "." + decimals;
    }
}
