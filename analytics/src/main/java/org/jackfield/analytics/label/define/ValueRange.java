package org.jackfield.analytics.label.define;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jackfield.analytics.extract.ValueType;

/**
 * Values of one type, of any size or between two bounds; of any currency or of one. {@code text} is how it is written, without
 * the braces.
 */
public record ValueRange(String text, ValueType type, Optional<Bounds> bounds, Optional<String> currency) {

    /** What a value must be at least and at most; an open bound leaves its own figure out. */
    public record Bounds(Optional<BigDecimal> low, boolean lowOpen, Optional<BigDecimal> high, boolean highOpen) {

        boolean hold(BigDecimal value) {
            int aboveLow = low.map(value::compareTo).orElse(1);
            int aboveHigh = high.map(value::compareTo).orElse(-1);
            return (lowOpen ? aboveLow > 0 : aboveLow >= 0) && (highOpen ? aboveHigh < 0 : aboveHigh <= 0);
        }

        boolean areEmpty() {
            return low.isPresent() && high.isPresent() && low.get().compareTo(high.get()) > 0;
        }
    }

    private static final Set<ValueType> MEASURED = Set.of(ValueType.MONEY, ValueType.PERCENT, ValueType.NUMBER);
    private static final String FIGURE = "(-?\\d{1,12}(?:\\.\\d{1,6})?)";
    private static final Pattern FORM = Pattern.compile("(\\w+)(?:\\s*(>=|<=|>|<|=)\\s*" + FIGURE + "|\\s+" + FIGURE
            + "\\s*\\.\\.\\s*" + FIGURE + ")?(?:\\s*([A-Z]{3}))?");

    /** Whether a value's {@linkplain ValueType normal form} lies in it. */
    public boolean holds(String normal) {
        int blank = normal.indexOf(' ');
        String figure = blank < 0 ? normal : normal.substring(0, blank);
        if (currency.isPresent() && !currency.get().equals(normal.substring(blank + 1))) {
            return false;
        }
        try {
            return bounds.isEmpty() || bounds.get().hold(new BigDecimal(figure));
        } catch (NumberFormatException noFigure) {
            return false;
        }
    }

    static ValueRange parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            throw new PhraseProblem("{" + text + "} is not a value",
                    "write {percent}, {money > 500 USD}, {money >= 500} or {number 2..4}");
        }
        ValueType type = type(form.group(1));
        Optional<Bounds> bounds = bounds(form);
        Optional<String> currency = Optional.ofNullable(form.group(6));
        if (bounds.isPresent() && !MEASURED.contains(type)) {
            throw new PhraseProblem(type.word() + " has no size", "only money, percent and number have bounds");
        }
        if (bounds.filter(Bounds::areEmpty).isPresent()) {
            throw new PhraseProblem("no value lies in {" + text + "}", "write the lower bound first");
        }
        if (currency.isPresent() && type != ValueType.MONEY) {
            throw new PhraseProblem(type.word() + " has no currency", "leave " + currency.get() + " out");
        }
        return new ValueRange(text.strip(), type, bounds, currency);
    }

    private static Optional<Bounds> bounds(Matcher form) {
        if (form.group(4) != null) {
            return Optional.of(new Bounds(figure(form, 4), false, figure(form, 5), false));
        }
        if (form.group(2) == null) {
            return Optional.empty();
        }
        Optional<BigDecimal> bound = figure(form, 3);
        boolean open = form.group(2).length() == 1;
        return Optional.of(switch (form.group(2).charAt(0)) {
            case '>' -> new Bounds(bound, open, Optional.empty(), false);
            case '<' -> new Bounds(Optional.empty(), false, bound, open);
            default -> new Bounds(bound, false, bound, false);
        });
    }

    private static Optional<BigDecimal> figure(Matcher form, int group) {
        return Optional.of(new BigDecimal(form.group(group)));
    }

    private static ValueType type(String word) {
        try {
            return ValueType.valueOf(word.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new PhraseProblem("no value type is called " + word,
                    "take one of money, percent, number, date, time, duration, digits, phone, code, email, person, org, "
                            + "address, text, category");
        }
    }
}
