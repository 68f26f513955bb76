package org.jackfield.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jackfield.analytics.transcript.Speaker;
import org.jackfield.analytics.transcript.Transcript;
import org.jackfield.analytics.transcript.Turn;
import org.junit.jupiter.api.Test;

/**
 * How many words a second one thread looks at for 100, 1,000 and 10,000 label definitions of three words near three words, by
 * our matcher and beside it by Lucene's Monitor with the same definitions as interval queries, turn by turn, in processor time.
 */
class LabelBench {

    private static final int SECONDS = Integer.getInteger("jackfield.bench.seconds", 5);
    private static final int VOCABULARY = Integer.getInteger("jackfield.bench.words", 2_000);
    private static final int TURNS = Integer.getInteger("jackfield.bench.turns", 2_000);
    private static final int WORDS_A_TURN = 10;
    private static final int TURNS_A_CALL = 18;
    private static final int ALTERNATIVES = 3;

    /** The most common words say nothing, and nobody looks for them. */
    private static final int COMMON = 6;
    private static final int[] DEFINITIONS = {100, 1_000, 10_000};
    private static final long SEED = 20_220_156_460L;

    @Test
    void printsWordsASecondBesideLucenesMonitor() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("definitions", "(a|b|c) ...4 (d|e|f), words drawn as they are in the turns, but for the "
                + (COMMON - 1) + " most common");
        settings.put("words known, a turn, turns", VOCABULARY + ", " + WORDS_A_TURN + ", " + TURNS);
        settings.put("seconds each, seed", SECONDS + ", " + SEED);
        Report.begin("Labels: words a second, one thread, turn by turn", settings);
        List<Transcript> calls = calls(new Random(SEED));
        for (int count : DEFINITIONS) {
            List<String> phrases = phrases(count, new Random(SEED + count));
            Rates own = measure(new OwnLabels(phrases), calls);
            Rates monitor = measure(new MonitorLabels(phrases), calls);
            Report.line(String.format(Locale.ROOT,
                    "  %,6d definitions: own %,12.0f (made in %,5.0f ms, one changed in %,5.1f ms)   monitor %,9.0f   ratio"
                            + " %6.1f   hits a turn %.2f and %.2f",
                    count, own.rate(), own.made(), own.changed(), monitor.rate(), own.rate() / monitor.rate(),
                    own.hits(),
                    monitor.hits()));
        }
    }

    /** One that looks for definitions. */
    interface Labels extends AutoCloseable {

        /** Takes the definitions in. */
        void make();

        /** Takes one definition in anew. */
        void change();

        /** How many labels the conversation has. */
        int label(Transcript call);

        @Override
        void close();
    }

    private record Rates(double rate, double made, double changed, double hits) {}

    private static Rates measure(Labels labels, List<Transcript> calls) {
        try (labels) {
            double made = millis(labels::make);
            rate(labels::label, calls, SECONDS * 500_000_000L);
            double changed = millis(labels::change);
            long hits = calls.stream().mapToLong(labels::label).sum();
            long turns = calls.stream().mapToLong(call -> call.turns().size()).sum();
            return new Rates(rate(labels::label, calls, SECONDS * 1_000_000_000L), made, changed,
                    (double) hits / turns);
        }
    }

    private static double rate(ToIntFunction<Transcript> label, List<Transcript> calls, long nanos) {
        long begin = processorTime();
        long words = 0;
        long spent = 0;
        int next = 0;
        while (spent < nanos) {
            Transcript call = calls.get(next++ % calls.size());
            var _ = label.applyAsInt(call);
            words += (long) call.turns().size() * WORDS_A_TURN;
            spent = processorTime() - begin;
        }
        return words * 1e9 / spent;
    }

    private static double millis(Runnable work) {
        long begin = processorTime();
        work.run();
        return (processorTime() - begin) / 1e6;
    }

    /** Of this thread: what other programs take of the machine does not count. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static List<String> phrases(int count, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> "(" + words(ALTERNATIVES, "|", COMMON, random) + ") ...4 ("
                        + words(ALTERNATIVES, "|", COMMON, random)
                        + ")")
                .toList();
    }

    private static List<Transcript> calls(Random random) {
        List<Transcript> calls = new ArrayList<>();
        for (int i = 0; i < TURNS / TURNS_A_CALL; i++) {
            List<Turn> turns = IntStream.range(0, TURNS_A_CALL)
                    .mapToObj(turn -> Turn.of(turn, turn % 2 == 0 ? Speaker.AGENT : Speaker.CUSTOMER,
                            words(WORDS_A_TURN, " ", 1, random)))
                    .toList();
            calls.add(new Transcript("call" + i, Optional.empty(), turns));
        }
        return calls;
    }

    /** The lower a word's number, the more often it is said, as in speech (Zipf). */
    private static String words(int count, String between, int from, Random random) {
        return IntStream.range(0, count)
                .mapToObj(i -> "w" + (int) (from * Math.pow((double) VOCABULARY / from, random.nextDouble())))
                .collect(Collectors.joining(between));
    }
}
