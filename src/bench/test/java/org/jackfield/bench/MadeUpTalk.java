package org.jackfield.bench;

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
import org.jackfield.analytics.search.Conversation;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Turn;

/** Conversations for search: words as often as in speech, labels on a fifth of the turns, values in a tenth. */
final class MadeUpTalk {

    static final int TURNS_A_CALL = 18;

    private static final int WORDS_A_TURN = 10;
    private static final int LABELS = 40;
    private static final int QUEUES = 12;
    private static final int WORKERS = 60;
    private static final int FLOWS = 5;
    private static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    private final Random random;
    private final int vocabulary;

    MadeUpTalk(long seed, int vocabulary) {
        random = new Random(seed);
        this.vocabulary = vocabulary;
    }

    /** The word of a rank; the first is the most common. */
    static String word(int rank) {
        return "w" + rank;
    }

    /** The lower a word's rank, the more often it is said (Zipf). */
    String word() {
        return word((int) Math.pow(vocabulary, random.nextDouble()));
    }

    /** One that is asked for: neither among the most common nor hardly ever said. */
    String asked() {
        return word(20 + (int) (Math.pow(vocabulary / 20.0, random.nextDouble()) * 10));
    }

    String label() {
        return "label_" + (int) Math.pow(LABELS, random.nextDouble());
    }

    String queue() {
        return "queue " + random.nextInt(QUEUES);
    }

    Random random() {
        return random;
    }

    Conversation conversation(String account, int number) {
        return conversation(account, number, queue());
    }

    Conversation conversation(String account, int number, String queue) {
        List<Turn> turns = new ArrayList<>(TURNS_A_CALL);
        List<Conversation.Label> labels = new ArrayList<>();
        List<ExtractedValue> values = new ArrayList<>();
        for (int i = 0; i < TURNS_A_CALL; i++) {
            String text = IntStream.range(0, 1 + random.nextInt(2 * WORDS_A_TURN - 1))
                    .mapToObj(each -> word())
                    .collect(Collectors.joining(" "));
            turns.add(new Turn(i, i % 2 == 0 ? Speaker.AGENT : Speaker.CUSTOMER, text, Optional.of(new Turn.Time(
                    5_000L * i, 5_000L * i + 4_500)), Optional.empty(), List.of()));
            if (random.nextInt(5) == 0) {
                labels.add(new Conversation.Label(label(), i));
            }
            if (random.nextInt(10) == 0) {
                values.add(value(i, text));
            }
        }
        return new Conversation(account, "CI%08d".formatted(number), new Conversation.Filed(Optional.of("CA%08d"
                .formatted(number)), Optional.of(queue), Optional.of("worker " + random.nextInt(WORKERS)), Optional.of(
                        "flow " + random.nextInt(FLOWS))),
                BEGIN.plusSeconds(300L * number), Duration.ofSeconds(
                        5L * TURNS_A_CALL),
                turns, labels, values, Optional.of(100 * random.nextDouble()),
                Duration.ofSeconds(random.nextInt(30)));
    }

    private ExtractedValue value(int turn, String text) {
        List<ExtractedValue.Part> parts = List.of(new ExtractedValue.Part(turn, 0, text.length() / 2 + 1));
        return switch (random.nextInt(3)) {
            case 0 -> new ExtractedValue(ValueType.PERCENT, random.nextInt(20) + "." + random.nextInt(10), parts,
                    Optional.of("rate"), "made up");
            case 1 -> new ExtractedValue(ValueType.MONEY, random.nextInt(2_000) + ".00 USD", parts, Optional.of(
                    random.nextBoolean() ? "transfer_amount" : "fee"), "made up");
            default -> new ExtractedValue(ValueType.DATE, "2026-0" + (1 + random.nextInt(9)) + "-11", parts, Optional
                    .empty(), "made up");
        };
    }
}
