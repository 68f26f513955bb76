package org.jackfield.analytics.extract;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Numbers that show no type by themselves: "three hundred" is a sum after "transfer", digits after "pin". What the words near it or
 * the other side's question say decides; without either, its shape.
 */
final class Bare implements Rule {

    private static final Set<ValueType> SEQUENCE = EnumSet.of(ValueType.DIGITS, ValueType.PHONE, ValueType.CODE,
            ValueType.MONEY, ValueType.NUMBER, ValueType.PERCENT);
    private static final Set<ValueType> TOLD = EnumSet.of(ValueType.DIGITS, ValueType.PHONE, ValueType.CODE,
            ValueType.MONEY);
    private static final Set<ValueType> BROKEN = EnumSet.of(ValueType.PERCENT, ValueType.NUMBER, ValueType.MONEY);
    private static final int PHONE_LENGTH = 10;
    private static final int LEAST_ACCOUNT = 5;
    private static final int LEAST_SUM = 15;

    private final Cues cues;
    private final Prices prices;
    private final CalendarReader calendar;

    Bare(Scan scan, Cues cues) {
        this.cues = cues;
        prices = new Prices(scan.tokens, scan.numbers, new Amount());
        calendar = new CalendarReader(scan.tokens, scan.numbers, new Amount());
    }

    @Override
    public int match(Scan scan, int i) {
        int cardinal = scan.numbers.read(i, scan.amount);
        int run = scan.digits.read(i, false);
        if (cardinal == i && run == i) {
            return i;
        }
        if (cardinal > i && scan.amount.isBroken() && cardinal >= run) {
            return broken(scan, i, cardinal);
        }
        return run > cardinal
                ? sequence(scan, i, run, SEQUENCE)
                : single(scan, i, cardinal);
    }

    private int broken(Scan scan, int i, int end) {
        Optional<Label> label = cues.label(new Query(i, end, BROKEN, 0, true), scan.expectation());
        boolean rate = label.isEmpty() && cues.usualPercent(i).isPresent();
        ValueType type = rate ? ValueType.PERCENT : label.map(Label::type).orElse(ValueType.NUMBER);
        if (type == ValueType.MONEY) {
            return scan.tokens.is(i, Kind.NUMBER)
                    ? keep(scan, type, Money.form(scan.amount.hundredths(), 0), i, end)
                    : keep(scan, ValueType.NUMBER, scan.amount.plain(), i, end);
        }
        return keep(scan, type, scan.amount.plain(), i, end);
    }

    private int sequence(Scan scan, int i, int end, Set<ValueType> types) {
        int digits = scan.digits.length();
        Optional<Label> label = cues.label(new Query(i, end, types, digits, true), scan.expectation());
        ValueType type = label.map(Label::type).orElse(ValueType.DIGITS);
        if (type == ValueType.MONEY || label.isEmpty()) {
            int price = price(scan, i, label.isPresent());
            if (price > i) {
                return keep(scan, ValueType.MONEY, prices.form(), i, price);
            }
        }
        if (type == ValueType.NUMBER) {
            int year = calendar.pairs(i);
            return year > i ? keep(scan, type, Long.toString(calendar.year()), i, year) : sequence(scan, i, end, TOLD);
        }
        boolean phone = digits == PHONE_LENGTH || (digits == PHONE_LENGTH + 1 && scan.digits.text().startsWith("1"));
        boolean named = label.isPresent() && type != ValueType.PHONE;
        return keep(scan,
                (phone && !named) || (type == ValueType.PHONE && digits > 6) ? ValueType.PHONE : ValueType.DIGITS,
                scan.digits.text(), i, end);
    }

    /** A sum without its unit: something says that it is one, or it was said a moment ago, or it ends as prices do. */
    private int price(Scan scan, int i, boolean certain) {
        int end = prices.read(i, true);
        if (end <= i || isUnit(scan.tokens, end)) {
            return i;
        }
        return certain || scan.isRecent(prices.form()) || prices.read(i, false) > i ? end : i;
    }

    private int single(Scan scan, int i, int end) {
        Tokens t = scan.tokens;
        if (t.is(end, "k") && t.length(end + 1) != 1) {
            scan.amount.times(1000);
            return keep(scan, ValueType.MONEY, Money.form(scan.amount.hundredths(), 0), i, end + 1);
        }
        int digits = t.is(i, Kind.NUMBER) && end == i + 1 ? t.length(i) : 0;
        if (t.is(i - 1, "last") && t.is(i, Kind.UNIT)) {
            return i;
        }
        Optional<Label> label = cues.label(new Query(i, end, SEQUENCE, digits, true), scan.expectation());
        ValueType type = label.map(Label::type).orElse(ValueType.NUMBER);
        if (type == ValueType.MONEY && isFree(t, end) && scan.amount.whole() >= LEAST_SUM && !isCounted(t, i)) {
            int price = prices.read(i, true);
            return price > i
                    ? keep(scan, type, prices.form(), i, price)
                    : keep(scan, type, Money.form(scan.amount.hundredths(), 0), i, end);
        }
        boolean told = label.isPresent() && Label.isTold(type);
        if (digits == PHONE_LENGTH && (!told || type == ValueType.PHONE)) {
            return keep(scan, ValueType.PHONE, scan.digits.text(), i, end);
        }
        boolean alone = digits == LEAST_ACCOUNT - 1 && t.size() == 1 && !CalendarReader.isYear(t.value(i));
        if (digits >= LEAST_ACCOUNT || told || alone) {
            boolean plain = (digits > 0 || end == i + 1) && scan.digits.length() > 0;
            return keep(scan, ValueType.DIGITS, plain ? scan.digits.text() : scan.amount.plain(), i, end);
        }
        return isPronoun(t, i, end) ? i : keep(scan, ValueType.NUMBER, scan.amount.plain(), i, end);
    }

    private static int keep(Scan scan, ValueType type, String normal, int from, int to) {
        return scan.keep(type, normal, from, to, "bare-" + type.word());
    }

    /** Whether nothing is counted by the number: behind it stands no noun. */
    private static boolean isFree(Tokens t, int end) {
        Word next = t.word(end);
        return next.has(Word.PLAIN) || switch (next.kind()) {
            case END, DOT, COMMA, MARK, AND, TO, IN, A, AT, OF, THE, CLOSE, RELATIVE, NEXT, NAMING -> true;
            default -> next.text().equals("per") || next.text().equals("back") || next.text().equals("at");
        };
    }

    private static boolean isUnit(Tokens t, int end) {
        return switch (t.kind(end)) {
            case STREET, PERIOD, PERCENT, MERIDIEM, UNIT, TEEN, TENS, ZERO, OH, NUMBER, ORDINAL, POINT -> true;
            default -> t.is(end + 1, Kind.STREET);
        };
    }

    private static boolean isCounted(Tokens t, int i) {
        return t.is(i - 1, Kind.HASH);
    }

    private static boolean isPronoun(Tokens t, int i, int end) {
        return end == i + 1 && t.is(i, "one");
    }
}
