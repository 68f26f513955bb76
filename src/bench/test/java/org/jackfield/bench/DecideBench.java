package org.jackfield.bench;

import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * How long the core of work distribution takes to decide, in memory alone, as more items wait, beside a plain scan of what waits
 * in the same run, both in processor time of one thread. A decision: a worker is free, gets the item whose turn it is, and another
 * comes into its queue.
 */
class DecideBench {

    private static final int SECONDS = Integer.getInteger("jackfield.bench.seconds", 5);
    private static final int QUEUES = Integer.getInteger("jackfield.bench.queues", 200);
    private static final int SKILLS = Integer.getInteger("jackfield.bench.queues-a-worker", 3);
    private static final int WARM_UP = Integer.getInteger("jackfield.bench.warm-up", 300_000);
    private static final int[] WAITING = {1_000, 10_000, 100_000, 1_000_000};
    private static final int ITEMS_A_WORKER = 10;
    private static final int LOOKS = 256;
    private static final long SEED = 20_261_127;

    @Test
    void printsDecisionsBesideAPlainScan() {
        Report.begin("Decisions of the core in memory",
                Map.of("waiting items", List.of(1_000, 10_000, 100_000, 1_000_000),
                        "workers", "a tenth of the items", "queues", QUEUES, "queues a worker", SKILLS, "priorities",
                        10,
                        "seconds each", SECONDS, "warm-up", WARM_UP + " decisions", "seed", SEED));
        decide(new IndexedFloor(shape(WAITING[0])), WARM_UP, Long.MAX_VALUE);
        List<Double> indexed = new ArrayList<>();
        List<Double> scanned = new ArrayList<>();
        for (int waiting : WAITING) {
            indexed.add(decide(new IndexedFloor(shape(waiting)), Long.MAX_VALUE, SECONDS * 1_000_000_000L));
            scanned.add(decide(new ScannedFloor(shape(waiting)), Long.MAX_VALUE, SECONDS * 1_000_000_000L));
            Report.line(String.format(Locale.ROOT,
                    "  %,9d waiting %,7d workers: index %8.3f us (%,9.0f a second)   scan %9.1f us   ratio %7.1f",
                    waiting, waiting / ITEMS_A_WORKER, indexed.getLast() / 1e3, 1e9 / indexed.getLast(),
                    scanned.getLast() / 1e3, scanned.getLast() / indexed.getLast()));
        }
        Report.line(String.format(Locale.ROOT, "  growth of a decision from %,d to %,d waiting: index %.2f, scan %.1f",
                WAITING[0], WAITING[WAITING.length - 1], indexed.getLast() / indexed.getFirst(),
                scanned.getLast() / scanned.getFirst()));
    }

    private static FloorShape shape(int waiting) {
        return new FloorShape(waiting, waiting / ITEMS_A_WORKER, QUEUES, SKILLS);
    }

    /** Nanoseconds of processor time a decision. */
    private static double decide(Floor floor, long most, long nanos) {
        Random random = new Random(SEED);
        floor.fill(random);
        for (int i = 0; i < LOOKS; i++) {
            floor.decide(random);
        }
        long begin = processorTime();
        long decisions = 0;
        long spent = 0;
        while (decisions < most && spent < nanos) {
            int batch = spent == 0 ? 1 : LOOKS;
            for (int i = 0; i < batch; i++) {
                floor.decide(random);
            }
            decisions += batch;
            spent = processorTime() - begin;
        }
        return (double) spent / decisions;
    }

    /** Of this thread: what other programs take of the machine does not count. */
    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    /** How big a floor is. */
    record FloorShape(int waiting, int workers, int queues, int queuesOfWorker) {

        static final int PRIORITIES = 10;
        static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

        /** The queues that each worker serves, the same for both floors. */
        int[][] served(Random random) {
            int[][] served = new int[workers][];
            for (int worker = 0; worker < workers; worker++) {
                served[worker] = random.ints(0, queues).distinct().limit(queuesOfWorker).toArray();
            }
            return served;
        }
    }

    /** Items that wait and workers who serve them. */
    interface Floor {

        void fill(Random random);

        /** One worker, drawn by chance, is free and gets an item; another comes into its queue. */
        void decide(Random random);
    }
}
