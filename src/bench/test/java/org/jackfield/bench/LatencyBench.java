package org.jackfield.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;
import org.jackfield.bench.Contender.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from when a worker becomes free to the offer of his next item, while thousands of items wait, at half of the
 * rate that the machine gives; beside what one bare commit takes on the same server at the same rate.
 */
class LatencyBench {

    private static final int SECONDS = Integer.getInteger("jackfield.bench.seconds", 30);
    private static final int WAITING = Integer.getInteger("jackfield.bench.waiting", 10_000);
    private static final Clients CLIENTS = new Clients(Integer.getInteger("jackfield.bench.clients", 16));
    private static final WorkFloor FLOOR = new WorkFloor(20, Integer.getInteger("jackfield.bench.workers", 200), 3);
    private static final Duration TIME = Duration.ofSeconds(SECONDS);
    private static final double LOAD = 0.5;

    @TempDir
    private Path folder = Path.of("target");

    @Test
    void printsTimeToTheNextOffer() throws InterruptedException {
        begin();
        try (BenchServer server = BenchServer.start(folder.resolve("postgres"));
                EngineNode node = EngineNode.start(server.database("product"), folder.resolve("product"));
                BareItems bare = new BareItems(server.migrated("bare"), FLOOR, CLIENTS)) {
            BusyFloor floor = open(node);
            saturate(floor);
            double rate = LOAD * saturate(floor).rate();
            Histogram product = product(floor, new OpenLoop(rate));
            bare.run(TIME.dividedBy(2));
            Histogram commit = bare(bare, new OpenLoop(rate));
            print("worker free -> offer", product);
            print("one bare commit", commit);
            Report.line(
                    String.format(Locale.ROOT, "  ratio: p50 %.1f, p99 %.1f bare commits; offers that were late: %d",
                            ratio(product, commit, 50), ratio(product, commit, 99), floor.late()));
            assertThat(product.getTotalCount()).as("how many were freed and offered another item").isPositive();
        }
    }

    private static BusyFloor open(EngineNode node) throws InterruptedException {
        FLOOR.open(node.jdbc());
        node.model(EngineNode.Model.NONE);
        BusyFloor floor = new BusyFloor(node, FLOOR);
        node.hearOffers(floor);
        floor.fill(WAITING, CLIENTS);
        await().atMost(Duration.ofMinutes(5)).until(() -> floor.busy() == FLOOR.workers());
        return floor;
    }

    private static Turn saturate(BusyFloor floor) {
        Turn turn = CLIENTS.run(TIME.dividedBy(2), _ -> floor.freeOne(System.nanoTime()));
        Report.line(String.format(Locale.ROOT, "  as fast as it goes: %.1f items/s", turn.rate()));
        settle(floor);
        return turn;
    }

    /** Until everybody has an item again, so that nothing is left over from before. */
    private static void settle(BusyFloor floor) {
        await().atMost(Duration.ofMinutes(2)).until(() -> floor.busy() + floor.late() >= FLOOR.workers());
        floor.takeTimes();
    }

    private static Histogram product(BusyFloor floor, OpenLoop loop) {
        loop.run(TIME, intended -> {
            try {
                floor.freeOne(intended);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        await().atMost(Duration.ofMinutes(2)).until(() -> floor.busy() + floor.late() >= FLOOR.workers());
        return floor.takeTimes();
    }

    /** The commit that reserves, counted from when it was to begin; the other three of an item follow it. */
    private static Histogram bare(BareItems bare, OpenLoop loop) {
        Histogram times = new ConcurrentHistogram(3);
        Queue<BareItem> waiting = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < FLOOR.workers(); i++) {
            waiting.add(bare.create(i));
        }
        loop.run(TIME, intended -> {
            BareItem item = waiting.remove();
            bare.commit(item::reserve);
            times.recordValue(Math.max(0, System.nanoTime() - intended));
            bare.commit(item::accept);
            bare.commit(item::complete);
            waiting.add(bare.create(ThreadLocalRandom.current().nextInt(FLOOR.workers())));
        });
        return times;
    }

    private static void print(String name, Histogram times) {
        Report.line(String.format(Locale.ROOT, "  %-22s p50 %7.2f  p90 %7.2f  p99 %7.2f  max %8.2f ms  (%d)", name,
                millis(times, 50), millis(times, 90), millis(times, 99), times.getMaxValue() / 1e6,
                times.getTotalCount()));
    }

    private static double millis(Histogram times, double percentile) {
        return times.getValueAtPercentile(percentile) / 1e6;
    }

    private static double ratio(Histogram product, Histogram bare, double percentile) {
        return millis(product, percentile) / millis(bare, percentile);
    }

    private static void begin() {
        Map<String, Object> settings = new LinkedHashMap<>();
        settings.put("database", BenchServer.SETTINGS);
        settings.put("work", "%,d items wait; %d queues, %d workers of three queues each, one item at a time; no model"
                .formatted(WAITING, FLOOR.queues(), FLOOR.workers()));
        settings.put("as fast as it goes",
                "%d clients that complete an item and queue another one, %d s, after as long that"
                        .formatted(CLIENTS.number(), SECONDS / 2) + " does not count");
        settings.put("load",
                "%.0f %% of that rate at even instants for %d s; times are counted from the instant at which"
                        .formatted(100 * LOAD, SECONDS)
                        + " the item was to be completed, so the commit that frees is in them");
        settings.put("bare commit",
                "the rows of a reservation, among the other three commits of an item, at the same rate");
        Report.begin("From when a worker is free to the offer of his next item", settings);
    }
}
