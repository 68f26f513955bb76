package org.jackfield.analytics.search;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jackfield.analytics.extract.ExtractedValue;
import org.jackfield.analytics.extract.ValueType;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Turn;

/** Made-up conversations of few words, so that everything happens, and queries over them. */
final class SmallTalk {

    static final String ACCOUNT = "ACsmall";
    private static final List<String> WORDS = List.of("red", "redder", "blue", "bird", "birds", "fly", "to", "the");
    private static final List<String> PHRASES = List.of("red bird", "(red|blue) bird", "[the] bird fly", "red ...2 fly",
            "bird* to", "* to", "(red bird|blue [the] fly)", "^ the", "fly $", "the * bird", "red {money}",
            "{percent > 4} bird", "{money 10..20} ...1 to", "^ [red] {number}", "to ...3", "red* ...1 bird* $");
    private static final List<String> VALUES = List.of("has:money", "has:percent", "percent > 5", "money(fee) >= 10",
            "money between 5 and 15", "money > 5 EUR", "money(fee)", "number = 7", "date > 2026-01-02",
            "date = 2026-01", "code = mp48", "percent <= 4.5", "person = \"mary jo\"");
    private static final List<String> WHOLES = List.of("queue:sales", "queue:s*", "worker:ann", "flow:welcome",
            "started >= 2026-01-03", "started = 2026-01-02", "duration > 60s", "silence between 5s and 20s",
            "talk < 50%", "talk >= 50", "conversation:CI1*", "call:CA3");

    private final Random random;

    SmallTalk(long seed) {
        random = new Random(seed);
    }

    Conversation conversation(int number) {
        List<Turn> turns = new ArrayList<>();
        List<Conversation.Label> labels = new ArrayList<>();
        List<ExtractedValue> values = new ArrayList<>();
        int count = random.nextInt(7);
        for (int turn = 0; turn < count; turn++) {
            int name = turn * 10;
            String text = words(random.nextInt(9));
            turns.add(new Turn(name, random.nextBoolean() ? Speaker.AGENT : Speaker.CUSTOMER, text, Optional.of(
                    new Turn.Time(turn * 1_000L, turn * 1_000L + 900)), Optional.empty(), List.of()));
            if (random.nextInt(3) == 0) {
                labels.add(new Conversation.Label(one(List.of("quote", "quota", "anger")), name));
            }
            if (random.nextInt(2) == 0 && !text.isEmpty()) {
                values.add(value(name, text));
            }
        }
        return new Conversation(ACCOUNT, "CI" + number, new Conversation.Filed(maybe("CA" + number % 5), maybe(one(
                List.of("Sales", "Support", "s"))), maybe(one(List.of("Ann", "Bo"))), maybe("welcome")), Instant.parse(
                        "2026-01-01T00:00:00Z").plusSeconds(random.nextInt(6) * 43_200L),
                Duration.ofSeconds(
                        random.nextInt(120)),
                turns, labels, values, random.nextInt(4) == 0
                        ? Optional.empty()
                        : Optional.of((double) random.nextInt(101)),
                Duration.ofSeconds(
                        random.nextInt(30)));
    }

    private ExtractedValue value(int turn, String text) {
        int start = random.nextInt(text.length());
        int end = Math.min(text.length(), start + random.nextInt(12));
        ValueType type = one(List.of(ValueType.MONEY, ValueType.PERCENT, ValueType.NUMBER, ValueType.DATE,
                ValueType.CODE, ValueType.PERSON));
        String normal = switch (type) {
            case MONEY -> random.nextInt(25) + ".00 " + one(List.of("USD", "EUR"));
            case PERCENT -> random.nextInt(10) + "." + random.nextInt(10);
            case NUMBER -> String.valueOf(random.nextInt(10));
            case DATE -> one(List.of("2026-01-01", "2026-01-05", "tomorrow", "2026-02-01"));
            case CODE -> one(List.of("MP48", "MP49"));
            default -> "mary jo";
        };
        return new ExtractedValue(type, normal, List.of(new ExtractedValue.Part(turn, start, end)), random.nextBoolean()
                ? Optional.of("fee")
                : Optional.empty(), "test");
    }

    String words(int count) {
        return IntStream.range(0, count).mapToObj(i -> one(WORDS)).collect(Collectors.joining(" "));
    }

    /** Any query. */
    String query(int depth) {
        return switch (random.nextInt(depth > 0 ? 10 : 4)) {
            case 0 -> one(WHOLES);
            case 1 -> one(List.of("label:quote", "label:quot*", "label:anger"));
            case 2, 3 -> spot();
            case 4 -> query(depth - 1) + " " + query(depth - 1);
            case 5 -> "(" + query(depth - 1) + " OR " + query(depth - 1) + ")";
            case 6 -> "NOT (" + query(depth - 1) + ")";
            case 7 -> spot() + one(List.of(" NEAR/2 ", " within 1 words before ", " within 3 words after ")) + spot();
            case 8 -> one(List.of("agent:", "customer:", "turn:")) + "(" + ofTurn(depth - 1) + ")";
            default -> "(" + ofTurn(depth - 1) + ") within " + random.nextInt(4) + " turns " + one(List.of("of",
                    "before", "after")) + " (" + ofTurn(depth - 1) + ")";
        };
    }

    private String ofTurn(int depth) {
        return switch (random.nextInt(depth > 0 ? 8 : 4)) {
            case 0 -> one(List.of("label:quote", "label:anger"));
            case 1 -> "agent:(" + spot() + ")";
            case 2, 3 -> spot();
            case 4 -> ofTurn(depth - 1) + " " + ofTurn(depth - 1);
            case 5 -> "(" + ofTurn(depth - 1) + " OR " + ofTurn(depth - 1) + ")";
            case 6 -> "NOT " + spot();
            default -> spot() + " NEAR/1 " + spot();
        };
    }

    String spot() {
        return switch (random.nextInt(4)) {
            case 0 -> one(VALUES);
            case 1 -> one(List.of("red", "bird", "bird*", "redd*", "the", "nothing"));
            default -> "\"" + one(PHRASES) + "\"";
        };
    }

    private Optional<String> maybe(String name) {
        return random.nextInt(4) == 0 ? Optional.empty() : Optional.of(name);
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
