package org.jackfield.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jackfield.analytics.search.Conversation;
import org.jackfield.analytics.search.ConversationIndex;
import org.jackfield.analytics.search.SearchOrder;
import org.jackfield.analytics.search.SearchRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long queries of each kind take over 200,000 turns with facets, ten conversations and three marked turns of each, beside a plain
 * word without any of that and beside a look at every turn; how fast turns are taken in; and what an index for each account costs beside
 * one for all.
 */
class SearchBench {

    private static final int TURNS = Integer.getInteger("jackfield.bench.turns", 200_000);
    private static final int VOCABULARY = Integer.getInteger("jackfield.bench.words", 20_000);
    private static final int QUERIES = Integer.getInteger("jackfield.bench.queries", 1_000);
    private static final int ACCOUNTS = Integer.getInteger("jackfield.bench.accounts", 100);
    private static final long SEED = 20_220_156_460L;
    private static final String ACCOUNT = "ACbench";

    @TempDir
    private Path folder;

    @Test
    void printsTheTimesOfQueries() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("turns, of a call, words known", TURNS + ", " + MadeUpTalk.TURNS_A_CALL + ", " + VOCABULARY);
        settings.put("queries of each kind, seed", QUERIES + ", " + SEED);
        Report.begin("Search: time of a query, one thread", settings);
        MadeUpTalk talk = new MadeUpTalk(SEED, VOCABULARY);
        List<Conversation> calls = IntStream.range(0, TURNS / MadeUpTalk.TURNS_A_CALL)
                .mapToObj(number -> talk.conversation(ACCOUNT, number))
                .toList();
        try (ConversationIndex index = new ConversationIndex(folder.resolve("index"), 10, Clock.systemUTC())) {
            fill(index, calls);
            kinds(talk).forEach((kind, query) -> print(kind, measure(query, text -> index.search(ACCOUNT, SearchRequest
                    .of(text)
                    .limit(10, 3)).total())));
            print("a word, most matches first",
                    measure(talk::asked, text -> index.search(ACCOUNT, SearchRequest.of(text)
                            .limit(10, 3)
                            .in(SearchOrder.MATCHES)).total()));
            print("reference: a word, nothing but the 10 newest", measure(talk::asked, text -> index.search(ACCOUNT,
                    SearchRequest.of(text).limit(10, 0).withoutFacets()).total()));
        }
        print("reference: a look at every turn for a word", measure(20, talk::asked, text -> scan(calls, text)));
        printAccounts();
    }

    /** Queries by their kind; each time with other words. */
    private static Map<String, Supplier<String>> kinds(MadeUpTalk talk) {
        Map<String, Supplier<String>> kinds = new LinkedHashMap<>();
        kinds.put("a word", talk::asked);
        kinds.put("two words", () -> talk.asked() + " " + talk.asked());
        kinds.put("one of three words", () -> talk.asked() + " OR " + talk.asked() + " OR " + talk.asked());
        kinds.put("a word without another", () -> talk.asked() + " NOT " + talk.asked());
        kinds.put("a beginning of words", () -> talk.asked().substring(0, 3) + talk.random().nextInt(10) + talk.random()
                .nextInt(10) + "*");
        kinds.put("a phrase", () -> '"' + talk.word() + " " + talk.word() + '"');
        kinds.put("a phrase of the two most common words", () -> "\"w1 w2\"");
        kinds.put("alternatives and a gap", () -> "\"(" + talk.asked() + "|" + talk.asked() + ") ...4 [" + talk.word()
                + "] (" + talk.word() + "|" + talk.asked() + ")\"");
        kinds.put("two words near each other", () -> talk.word() + " NEAR/5 " + talk.asked());
        kinds.put("a word of the agent's", () -> "agent:" + talk.asked());
        kinds.put("agent within 3 turns of customer", () -> "agent says " + talk.asked()
                + " within 3 turns of customer says " + talk.asked());
        kinds.put("agent before customer, common words", () -> "agent:w3 within 2 turns before customer:w4");
        kinds.put("a label", () -> "label:" + talk.label());
        kinds.put("a label, a queue, a month", () -> "label:" + talk.label() + " queue:\"" + talk.queue()
                + "\" started = 2026-01");
        kinds.put("percent > x", () -> "percent > " + talk.random().nextInt(20));
        kinds.put("money of a label between", () -> "money(transfer_amount) between 100 and " + (100 + talk.random()
                .nextInt(1_000)));
        kinds.put("a word near a value", () -> talk.asked() + " NEAR money > " + talk.random().nextInt(1_500));
        kinds.put("silence, talk, length", () -> "silence > " + talk.random().nextInt(30) + "s talk < " + talk.random()
                .nextInt(100) + " duration > 1m");
        kinds.put("everything together", () -> "agent:(" + talk.asked() + " OR label:" + talk.label() + ") customer:"
                + talk.asked() + " started >= 2026-01-10 NOT queue:\"" + talk.queue() + "\"");
        return kinds;
    }

    private void fill(ConversationIndex index, List<Conversation> calls) {
        calls.subList(0, calls.size() / 10).forEach(index::put);
        long wall = System.nanoTime();
        long processor = processorTime();
        calls.forEach(index::put);
        index.refresh();
        double wallSeconds = (System.nanoTime() - wall) / 1e9;
        double seconds = (processorTime() - processor) / 1e9;
        index.commit(0, 1);
        long text = calls.stream().flatMap(call -> call.turns().stream()).mapToLong(turn -> turn.text().length()).sum();
        Report.line(String.format(Locale.ROOT,
                "  taken in: %,.0f turns a second of processor time, %,.0f by the clock; %.1f MB for %.1f MB of text",
                TURNS / seconds, TURNS / wallSeconds, size(folder) / 1e6, text / 1e6));
    }

    private record Times(Percentiles wall, Percentiles processor, double found) {}

    /** In milliseconds. */
    private record Percentiles(double p50, double p99) {

        static Percentiles of(long[] nanos) {
            Arrays.sort(nanos);
            return new Percentiles(at(nanos, 50), at(nanos, 99));
        }
    }

    private static Times measure(Supplier<String> queries, ToLongFunction<String> search) {
        return measure(QUERIES, queries, search);
    }

    private static Times measure(int count, Supplier<String> queries, ToLongFunction<String> search) {
        for (int i = 0; i < count; i++) {
            var _ = search.applyAsLong(queries.get());
        }
        long[] wall = new long[count];
        long[] processor = new long[count];
        long found = 0;
        for (int i = 0; i < count; i++) {
            String query = queries.get();
            long begin = System.nanoTime();
            long beginOfWork = processorTime();
            found += search.applyAsLong(query);
            processor[i] = processorTime() - beginOfWork;
            wall[i] = System.nanoTime() - begin;
        }
        return new Times(Percentiles.of(wall), Percentiles.of(processor), (double) found / count);
    }

    private static void print(String what, Times times) {
        Report.line(String.format(Locale.ROOT,
                "  %-46s p50 %,8.2f ms  p99 %,8.2f ms  (processor p50 %,8.2f  p99 %,8.2f)  found %,9.0f", what,
                times.wall().p50(), times.wall().p99(), times.processor().p50(), times.processor().p99(),
                times.found()));
    }

    private static double at(long[] sorted, int percent) {
        return sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }

    private static long scan(List<Conversation> calls, String word) {
        String inner = " " + word + " ";
        return calls.stream()
                .filter(call -> call.turns().stream().anyMatch(turn -> (" " + turn.text() + " ").contains(inner)))
                .count();
    }

    /** The same conversations in one index with a condition on the account, and in an index for each account. */
    private void printAccounts() {
        int each = TURNS / MadeUpTalk.TURNS_A_CALL / ACCOUNTS;
        MadeUpTalk talk = new MadeUpTalk(SEED + 1, VOCABULARY);
        try (ConversationIndex own = new ConversationIndex(folder.resolve("own"), ACCOUNTS, Clock.systemUTC());
                ConversationIndex shared = new ConversationIndex(folder.resolve("shared"), 1, Clock.systemUTC())) {
            List<String> accounts = new ArrayList<>();
            for (int account = 0; account < ACCOUNTS; account++) {
                accounts.add("AC" + account);
                for (int i = 0; i < each; i++) {
                    Conversation call = talk.conversation("AC" + account, account * each + i, "AC" + account);
                    own.put(call);
                    shared.put(new Conversation("ACall", call.sid(), call.filed(), call.start(), call.duration(), call
                            .turns(), call.labels(), call.values(), call.talkShare(), call.longestSilence()));
                }
            }
            own.commit(0, 1);
            shared.commit(0, 1);
            own.refresh();
            shared.refresh();
            Report.line(String.format(Locale.ROOT,
                    "  %d accounts with %,d turns each: an index each %.1f MB, one for all"
                            + " %.1f MB",
                    ACCOUNTS, each * MadeUpTalk.TURNS_A_CALL, size(folder.resolve("own")) / 1e6, size(
                            folder.resolve("shared")) / 1e6));
            print("an index for each account: a word", measure(talk::asked, text -> own.search(accounts.get(talk
                    .random()
                    .nextInt(ACCOUNTS)), SearchRequest.of(text).limit(10, 3)).total()));
            print("one index, the account a condition: a word", measure(talk::asked, text -> shared.search("ACall",
                    SearchRequest.of(text + " queue:AC" + talk.random().nextInt(ACCOUNTS)).limit(10, 3)).total()));
        }
        printOpening(talk);
    }

    private void printOpening(MadeUpTalk talk) {
        long before = usedHeap();
        try (ConversationIndex own = new ConversationIndex(folder.resolve("own"), ACCOUNTS, Clock.systemUTC())) {
            long[] wall = new long[ACCOUNTS];
            for (int i = 0; i < ACCOUNTS; i++) {
                long begin = System.nanoTime();
                own.search("AC" + i, SearchRequest.of(talk.asked()));
                wall[i] = System.nanoTime() - begin;
            }
            Percentiles times = Percentiles.of(wall);
            Report.line(String.format(Locale.ROOT,
                    "  opening an account's index with the first search in it: p50 %.2f ms, p99 %.2f ms; heap of an open one"
                            + " %,.0f kB",
                    times.p50(), times.p99(), (usedHeap() - before) / 1e3 / ACCOUNTS));
        }
    }

    private static long usedHeap() {
        System.gc();
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** Of this thread: what other programs take of the machine does not count, what Lucene merges meanwhile neither. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static long size(Path of) {
        try (Stream<Path> files = Files.walk(of)) {
            return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
