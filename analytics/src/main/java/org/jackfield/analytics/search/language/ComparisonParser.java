package org.jackfield.analytics.search.language;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.search.language.QueryProblem.Code;

/** Reads comparisons: {@code percent > 5}, {@code money(transfer_amount) between 100 and 500}, {@code duration >= 5m}. */
final class ComparisonParser {

    private static final Set<ValueType> MEASURED = Set.of(ValueType.MONEY, ValueType.PERCENT, ValueType.NUMBER,
            ValueType.DATE);
    private static final Set<String> NO_CURRENCIES = Set.of("AND", "NOT");
    private static final int CURRENCY = 3;

    private final QueryText text;
    private final ZoneId zone;

    ComparisonParser(QueryText text, ZoneId zone) {
        this.text = text;
        this.zone = zone;
    }

    static Optional<ValueType> type(String word) {
        return Arrays.stream(ValueType.values()).filter(type -> type.word().equals(word)).findFirst();
    }

    static String types() {
        return Arrays.stream(ValueType.values()).map(ValueType::word).collect(Collectors.joining(", "));
    }

    /** What a word begins, if it is more than a word. */
    Optional<Question> read(String word, int start) {
        Optional<Measure> measure = Arrays.stream(Measure.values())
                .filter(each -> each.word().equals(word))
                .findFirst();
        if (measure.isPresent()) {
            Measure of = measure.get();
            return comparison(literal -> literal(of, literal), start, false)
                    .map(range -> new Question.Measured(of, range, text.since(start)));
        }
        return type(word).flatMap(type -> value(type, start));
    }

    private Optional<Range> literal(Measure measure, String literal) {
        return switch (measure) {
            case STARTED -> Literals.time(literal, zone);
            case DURATION, SILENCE -> Literals.length(literal);
            case TALK -> Literals.percent(literal);
        };
    }

    private Optional<Question> value(ValueType type, int start) {
        Optional<String> label = label();
        if (!MEASURED.contains(type)) {
            return normal(type, label, start);
        }
        Optional<Range> range = comparison(literal -> type == ValueType.DATE
                ? Literals.days(literal)
                : Literals.amount(literal), start, label.isPresent());
        if (range.isEmpty() && label.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> currency = range.isPresent() && type == ValueType.MONEY ? currency() : Optional.empty();
        return Optional.of(new Question.Valued(new ValueTest(type, label, range, currency, Optional.empty()),
                text.since(start)));
    }

    /** Of what has no size: equal, or there at all. */
    private Optional<Question> normal(ValueType type, Optional<String> label, int start) {
        int before = text.at();
        text.skipBlanks();
        if (!text.take('=')) {
            text.backTo(before);
            return label.map(there -> new Question.Valued(new ValueTest(type, label, Optional.empty(), Optional.empty(),
                    Optional.empty()), text.since(start)));
        }
        text.skipBlanks();
        String normal = text.peek() == '"' ? text.quoted().strip() : text.literal();
        if (normal.isEmpty()) {
            throw bad(type.word() + " is compared with nothing", "write what it must be after =", start);
        }
        return Optional.of(new Question.Valued(new ValueTest(type, label, Optional.empty(), Optional.empty(),
                Optional.of(ValueTest.folded(normal))), text.since(start)));
    }

    /** In brackets right behind a type. */
    Optional<String> label() {
        if (text.peek() != '(') {
            return Optional.empty();
        }
        int start = text.at();
        text.take('(');
        String label = text.run().strip();
        if (label.isEmpty() || !text.take(')')) {
            throw new InvalidQueryException(Code.INCOMPLETE, text.since(start), "no label of a value",
                    "write it without blanks: money(transfer_amount); or a blank before the bracket");
        }
        return Optional.of(label);
    }

    private Optional<Range> comparison(Function<String, Optional<Range>> literals, int start, boolean isCertain) {
        int before = text.at();
        text.skipBlanks();
        char sign = text.peek();
        if (text.take('>') || text.take('<') || text.take('=')) {
            boolean orEqual = sign != '=' && text.take('=');
            return Optional.of(compared(sign, orEqual, required(literals, start)));
        }
        if (text.takeWord("between")) {
            Optional<Range> low = literals.apply(figure());
            if (low.isPresent() && (text.takeWord("and") || text.takeWord("AND"))) {
                Range high = required(literals, start);
                return Optional.of(inOrder(low.get().low(), high.high(), start));
            }
            if (isCertain) {
                throw bad("between needs two bounds", "write: between 100 and 500", start);
            }
        }
        text.backTo(before);
        return Optional.empty();
    }

    private Range inOrder(long low, long high, int start) {
        if (low > high) {
            throw bad("nothing lies between", "write the lower bound first", start);
        }
        return new Range(low, high);
    }

    private static Range compared(char sign, boolean orEqual, Range literal) {
        return switch (sign) {
            case '>' -> new Range(orEqual ? literal.low() : literal.high() + 1, Long.MAX_VALUE);
            case '<' -> new Range(Long.MIN_VALUE, orEqual ? literal.high() : literal.low() - 1);
            default -> literal;
        };
    }

    private Range required(Function<String, Optional<Range>> literals, int start) {
        String literal = figure();
        return literals.apply(literal)
                .orElseThrow(() -> bad("\"" + literal + "\" cannot be compared here",
                        "write a number such as 5 or 1,000.50; a day such as 2026-01-31; a time such as"
                                + " 2026-01-31T14:30; a length such as 90s, 5m or 1h30m",
                        start));
    }

    /** A percent sign apart belongs to it. */
    private String figure() {
        String literal = text.literal();
        text.takeWord("%");
        return literal;
    }

    private Optional<String> currency() {
        int before = text.at();
        text.skipBlanks();
        String word = text.run();
        boolean isCurrency = word.length() == CURRENCY && word.chars().allMatch(each -> each >= 'A' && each <= 'Z')
                && !NO_CURRENCIES.contains(word);
        if (!isCurrency) {
            text.backTo(before);
        }
        return isCurrency ? Optional.of(word) : Optional.empty();
    }

    private InvalidQueryException bad(String cause, String remedy, int start) {
        return new InvalidQueryException(Code.BAD_LITERAL, text.since(start), cause, remedy);
    }
}
