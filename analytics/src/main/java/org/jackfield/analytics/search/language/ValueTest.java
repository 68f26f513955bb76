package org.jackfield.analytics.search.language;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.label.define.ValueRange;

/**
 * Which values are meant: those of a type, perhaps of one label ({@code transfer_amount}), of a size, a currency, or of one
 * normal form in lower case. {@code range} counts what {@link #figure} makes of a normal form.
 */
public record ValueTest(ValueType type, Optional<String> label, Optional<Range> range, Optional<String> currency,
        Optional<String> normal) {

    /** Millionths in one. */
    public static final int SCALE = 6;

    /** All values of a type. */
    public static ValueTest of(ValueType type) {
        return new ValueTest(type, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** As a phrase has it: {@code {money > 500 USD}}. */
    public static ValueTest of(ValueRange slot) {
        return new ValueTest(slot.type(), Optional.empty(), slot.bounds().map(ValueTest::range), slot.currency(),
                Optional.empty());
    }

    private static Range range(ValueRange.Bounds bounds) {
        long low = bounds.low().map(ValueTest::millionths).orElse(Long.MIN_VALUE);
        long high = bounds.high().map(ValueTest::millionths).orElse(Long.MAX_VALUE);
        return new Range(bounds.low().isPresent() && bounds.lowOpen() ? low + 1 : low,
                bounds.high().isPresent() && bounds.highOpen() ? high - 1 : high);
    }

    /** Digits behind the sixth after the point do not count; what is larger than a number of 64 bits is the largest. */
    public static long millionths(BigDecimal number) {
        BigDecimal scaled = number.setScale(SCALE, RoundingMode.FLOOR).movePointRight(SCALE);
        return scaled.min(BigDecimal.valueOf(Long.MAX_VALUE)).max(BigDecimal.valueOf(Long.MIN_VALUE + 1)).longValue();
    }

    /** The size of a normal form: millionths of an amount, the day of the Unix epoch of a date; empty for what has none. */
    public static OptionalLong figure(ValueType type, String normal) {
        return switch (type) {
            case MONEY, PERCENT, NUMBER -> amount(normal);
            case DATE -> day(normal);
            default -> OptionalLong.empty();
        };
    }

    private static OptionalLong amount(String normal) {
        int blank = normal.indexOf(' ');
        try {
            return OptionalLong.of(millionths(new BigDecimal(blank < 0 ? normal : normal.substring(0, blank))));
        } catch (NumberFormatException noFigure) {
            return OptionalLong.empty();
        }
    }

    private static OptionalLong day(String normal) {
        try {
            return OptionalLong.of(LocalDate.parse(normal).toEpochDay());
        } catch (DateTimeException unresolved) {
            return OptionalLong.empty();
        }
    }

    /** How two normal forms are compared. */
    public static String folded(String normal) {
        return normal.toLowerCase(Locale.ROOT);
    }
}
